# Made by `cco release packages`.
$ErrorActionPreference = 'Stop'
$tools = Split-Path -Parent $MyInvocation.MyCommand.Definition
$program = Join-Path $tools {{path}}

Install-ChocolateyZipPackage -PackageName {{app}} -Url64bit {{url}} `
  -Checksum64 '{{sha256}}' -ChecksumType64 'sha256' -UnzipLocation $tools

# Only the program itself becomes a command.
Get-ChildItem -Path $tools -Recurse -Filter *.exe |
  ForEach-Object { Set-Content -Path "$($_.FullName).ignore" -Value '' }
Install-BinFile -Name {{app}} -Path $program
