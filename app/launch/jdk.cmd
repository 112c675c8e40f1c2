@echo off
rem Sets JDK to the home of a JDK 25 and JDK_VERSION to its version, or says what is missing. Not yet run on Windows.
set "JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%J in ('where javac 2^>nul') do if not defined JDK call :try "%%~dpJ.."
if not defined JDK for /d %%D in (
  "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*"
  "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\BellSoft\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*"
  "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*jdk*"
) do if not defined JDK call :try "%%~D"
if defined JDK exit /b 0
echo Cordon needs a JDK 25 and found none. 1>&2
echo   Looked at: JAVA_HOME (%JAVA_HOME%), javac on the PATH, the usual folders of Program Files, .jdks and scoop. 1>&2
echo   What to do: winget install EclipseAdoptium.Temurin.25.JDK, or set JAVA_HOME to the folder of a JDK 25. 1>&2
exit /b 1

:try
if not exist "%~1\release" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do (
  for /f "tokens=1 delims=.-" %%M in ("%%~V") do if "%%M"=="25" (
    set "JDK=%~f1"
    set "JDK_VERSION=%%~V"
  )
)
exit /b 0
