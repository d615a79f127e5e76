@echo off
rem Starts cco on the Java runtime of its own bundle.
setlocal EnableExtensions DisableDelayedExpansion
goto start

rem Finds this folder. Outside a subroutine, %~dp0 is the current folder if the user typed the command in quotes.
:locate
set "bundle=%~dp0"
goto :eof

:require
if not exist "%~1" set "problem="%~1" is missing"
if exist "%~1" if %~z1 equ 0 set "problem="%~1" is empty"
goto :eof

rem Remembers another installed version that starts, the latest one.
:try
if defined other goto :eof
if /i "%~f1"=="%bundle%" goto :eof
if not exist "%~f1\cco.cmd" goto :eof
call "%~f1\cco.cmd" --version >nul 2>nul
if not errorlevel 1 set "other=%~f1"
goto :eof

:start
call :locate
set "bundle=%bundle:~0,-1%"
set "problem="
call :require "%bundle%\runtime\bin\java.exe"
call :require "%bundle%\runtime\bin\server\jvm.dll"
call :require "%bundle%\runtime\lib\modules"
if defined problem goto damaged

rem These are meant for other Java programs of the user. They could slow cco down or load foreign code.
set "CLASSPATH="
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="

rem The last command of a batch file gives the exit code.
"%bundle%\runtime\bin\java.exe" "-Dcco.bundle=%bundle%" -m cco.cli/cco.cli.Main %*
exit /b %errorlevel%

:damaged
set "hint=unpack the archive of cco again"
if exist "%bundle%\..\..\receipt.json" set "hint=unpack a download of cco anywhere and run cco.cmd doctor cco --repair there"
set "other="
rem The variable keeps two damaged versions from calling each other for ever.
if defined CCO_FALLBACK goto broken
set "CCO_FALLBACK=1"
if not exist "%bundle%\..\..\receipt.json" goto broken
for /f "delims=" %%v in ('dir /b /ad /o-d "%bundle%\.."') do call :try "%bundle%\..\%%v"
if not defined other goto broken
>&2 echo cco: warning: cannot start this version of cco: %problem%; starting "%other%" instead
>&2 echo cco: hint: run `cco doctor cco --repair`
"%other%\cco.cmd" %*

:broken
>&2 echo cco: error: cannot start cco: %problem%
>&2 echo cco: hint: %hint%
exit /b 126
