function Write-Line([string] $Text) {
    [Console]::Error.WriteLine("${Name}: $Text")
}

# Ends the script with an exit code, an error and a hint.
function Stop-Script([int] $Code, [string] $Problem, [string] $Hint) {
    Write-Line "error: $Problem"
    Write-Line "hint: $Hint"
    throw (New-Object System.OperationCanceledException([string] $Code))
}

# Returns the folder with everything, as cco finds it. -Prefix means CCO_HOME.
function Get-Home([string] $Prefix) {
    if ($Prefix) {
        $env:CCO_HOME = [IO.Path]::GetFullPath([IO.Path]::Combine((Get-Location).ProviderPath, $Prefix))
    }
    if ($env:CCO_HOME) {
        return $env:CCO_HOME
    }
    if (-not $env:LOCALAPPDATA) {
        Stop-Script 2 'LOCALAPPDATA is not set' 'set it to your folder for local data, or name a folder with -Prefix'
    }
    return [IO.Path]::Combine($env:LOCALAPPDATA, 'cco')
}

# Runs a program and returns its exit code. Its output goes to this window.
function Invoke-Program([string] $Program, [string[]] $Words) {
    $ErrorActionPreference = 'Continue'
    $null | & $Program @Words | Out-Host
    return $LASTEXITCODE
}

# Returns the installed cco, or nothing.
function Find-Cco([string] $Bin) {
    $cco = [IO.Path]::Combine($Bin, 'cco.cmd')
    if ([IO.File]::Exists($cco)) {
        return $cco
    }
    return $null
}

# Returns the folders of the user's PATH, without the folder of commands.
function Get-OtherFolders([string] $Path, [string] $Bin) {
    return @($Path.Split(';') | Where-Object { $_ -and $_.TrimEnd('\') -ne $Bin.TrimEnd('\') })
}

# Reads the user's PATH as it is stored, with its variables.
function Get-StoredPath {
    $key = [Microsoft.Win32.Registry]::CurrentUser.OpenSubKey('Environment')
    if ($null -eq $key) {
        return ''
    }
    try {
        return [string] $key.GetValue('Path', '', [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames)
    } finally {
        $key.Close()
    }
}

function Set-StoredPath([string[]] $Folders) {
    $key = [Microsoft.Win32.Registry]::CurrentUser.CreateSubKey('Environment')
    try {
        $key.SetValue('Path', ($Folders -join ';'), [Microsoft.Win32.RegistryValueKind]::ExpandString)
    } finally {
        $key.Close()
    }
    # Changing any variable tells running programs to read all of them again.
    [Environment]::SetEnvironmentVariable('CCO_PATH_CHANGED', '1', 'User')
    [Environment]::SetEnvironmentVariable('CCO_PATH_CHANGED', $null, 'User')
}

function Add-ToPath([string] $Bin) {
    $stored = Get-StoredPath
    if (@($stored.Split(';') | Where-Object { $_.TrimEnd('\') -eq $Bin.TrimEnd('\') }).Count -eq 0) {
        Set-StoredPath (@($Bin) + (Get-OtherFolders $stored $Bin))
        Write-Line "added $Bin to your PATH; start a new terminal to use it"
    }
    $env:Path = (@($Bin) + (Get-OtherFolders $env:Path $Bin)) -join ';'
}

function Remove-FromPath([string] $Bin) {
    $stored = Get-StoredPath
    $others = Get-OtherFolders $stored $Bin
    if (($others -join ';') -ne $stored) {
        Set-StoredPath $others
    }
}

# Removes the app. The folder of commands leaves PATH once it is empty.
function Uninstall-App([string] $Prefix) {
    $bin = [IO.Path]::Combine((Get-Home $Prefix), 'bin')
    $cco = Find-Cco $bin
    if (-not $cco) {
        Stop-Script 7 '@APP@ is not installed here' 'name its folder with -Prefix'
    }
    $code = Invoke-Program $cco @('uninstall', '@APP@', '--yes', '--purge')
    if ($code -eq 0 -and -not ([IO.Directory]::Exists($bin) -and [IO.Directory]::GetFileSystemEntries($bin).Length)) {
        Remove-FromPath $bin
    }
    return $code
}
