# Made by `cco release packages`.
$ErrorActionPreference = 'Stop'
$tools = Split-Path -Parent $MyInvocation.MyCommand.Definition
Uninstall-BinFile -Name {{app}} -Path (Join-Path $tools {{path}})
