@echo off
rem Judges and builds everything on Windows. With --long first, the harness of app/src/test runs whole and not a sample of it.
rem Arguments go to Maven. Not yet run on Windows.
setlocal EnableExtensions DisableDelayedExpansion
set "ARGUMENTS=%*"
if "%~1"=="--long" set "ARGUMENTS=-Dcordon.harness=long %ARGUMENTS:*--long=%"
set "TOP=%~dp0"
call "%TOP%app\launch\jdk.cmd" || exit /b 3
where mvn >nul 2>nul || (
  echo Building needs Apache Maven 3.8 or later, and there is no mvn on the PATH. 1>&2
  exit /b 3
)
set "JAVA_HOME=%JDK%"
set "MAVEN_OPTS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC %MAVEN_OPTS%"
call mvn -B -ntp -T 2 -Dstyle.color=never -f "%TOP%pom.xml" verify %ARGUMENTS% || exit /b 1
rem The next cordon.cmd builds the product from the same sources.
if exist "%TOP%app\target\cordon\built" del "%TOP%app\target\cordon\built"
exit /b 0
