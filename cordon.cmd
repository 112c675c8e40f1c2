@echo off
rem Starts Cordon on Windows: finds a JDK 25, builds Cordon on first use and after every pull, then hands over to it.
rem Everything this script says goes to stderr; stdout belongs to Cordon. Not yet run on Windows.
setlocal EnableExtensions DisableDelayedExpansion
set "TOP=%~dp0"
set "DIST=%TOP%app\target\cordon"
set "JVM_OPTIONS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+AOTClassLinking -Xms40m -XX:NewSize=24m -Xss512k -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining -Xlog:disable -Xlog:all=error:stderr -Djava.util.logging.config.class=dev.cordon.app.LoggingSetup -Dslf4j.provider=org.slf4j.jul.JULServiceProvider -Dslf4j.internal.verbosity=WARN -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

call "%TOP%app\launch\jdk.cmd" || exit /b 3

rem xcopy /L /D only lists a file that is newer than the other one. After an edit of the sources, build.cmd builds.
set "STALE="
if not exist "%DIST%\lib\cordon.jar" set "STALE=1"
if not exist "%DIST%\built" set "STALE=1"
if not defined STALE if exist "%TOP%.git\logs\HEAD" for /f "delims=" %%F in ('xcopy /L /D /Y "%TOP%.git\logs\HEAD" "%DIST%\built" 2^>nul ^| find "HEAD"') do set "STALE=1"
if defined STALE call :build || exit /b 70

set "TRAINED="
if exist "%DIST%\start.identity" set /p TRAINED=<"%DIST%\start.identity"
if not "%TRAINED%"=="%JDK% %JDK_VERSION%" call :train
set "CACHE="
set "START=help"
set "ASKS="
set "SIMULATOR="
set "PDF="
set "VOUCHING="
set "HEAP="
set "BEFORE="
for %%W in (%*) do call :word "%%~W"
if defined ASKS set "START=help"
rem Pages of logs are large and soon forgotten: without a limit the garbage of hours would not be collected.
if defined HEAP set "JVM_OPTIONS=%JVM_OPTIONS% %HEAP%"
if exist "%DIST%\%START%.cache" set "CACHE=-XX:AOTCache=%DIST%\%START%.cache"

if defined CACHE (
  "%JDK%\bin\java.exe" "%CACHE%" %JVM_OPTIONS% -cp "%DIST%\lib\cordon.jar%SIMULATOR%%PDF%%VOUCHING%" dev.cordon.app.Main %*
) else (
  "%JDK%\bin\java.exe" %JVM_OPTIONS% -cp "%DIST%\lib\cordon.jar%SIMULATOR%%PDF%%VOUCHING%" dev.cordon.app.Main %*
)
exit /b %ERRORLEVEL%

:build
where mvn >nul 2>nul || (
  echo Cordon builds itself with Apache Maven 3.8 or later, and there is no mvn on the PATH. Install Maven, then try again. 1>&2
  exit /b 1
)
echo Building Cordon ^(about a minute; longer while Maven fetches libraries^). 1>&2
if not exist "%TOP%app\target" mkdir "%TOP%app\target"
if exist "%TOP%app\target\product\distribution" rmdir /s /q "%TOP%app\target\product\distribution"
echo.>"%TOP%app\target\cordon.began"
setlocal
set "JAVA_HOME=%JDK%"
call mvn -B -Dstyle.color=never -f "%TOP%pom.xml" -Pproduct -Dcordon.product -pl app -am package >"%TOP%app\target\cordon-build.log" 2>&1 <nul
if errorlevel 1 (
  echo Cordon could not be built. What Maven said is in "%TOP%app\target\cordon-build.log": 1>&2
  findstr /b /c:"[ERROR]" "%TOP%app\target\cordon-build.log" 1>&2
  exit /b 1
)
endlocal
if exist "%DIST%" rmdir /s /q "%DIST%"
if exist "%DIST%" (
  echo Cordon was built, but "%DIST%" is in use. Stop the Cordon that runs there, then try again. 1>&2
  exit /b 1
)
mkdir "%DIST%"
xcopy /E /I /Q /Y "%TOP%app\target\product\distribution\lib" "%DIST%\lib" >nul || exit /b 1
move /y "%TOP%app\target\cordon.began" "%DIST%\built" >nul
exit /b 0

rem A JVM loads everything that lies in its cache, so there is a small one and a large one; a wrong guess costs only time.
:word
for %%A in (-h --help --version) do if "%~1"=="%%A" set "ASKS=1"
for %%A in (tenant respond incident evidence report watch) do if "%~1"=="%%A" set "START=work"
for %%A in (demo simulate) do if "%~1"=="%%A" set "SIMULATOR=;%DIST%\lib\simulator\*"
for %%A in (demo simulate evidence) do if "%~1"=="%%A" set "VOUCHING=;%DIST%\lib\vouching\*"
for %%A in (demo respond incident undo watch report) do if "%~1"=="%%A" set "PDF=;%DIST%\lib\pdf\*"
for %%A in (watch report) do if "%~1"=="%%A" set "HEAP=-Xmx320m"
for %%A in (review) do if "%~1"=="%%A" set "HEAP=-Xmx1g"
if "%BEFORE% %~1"=="incident collect" set "HEAP=-Xmx320m"
if "%BEFORE% %~1"=="incident attack" set "HEAP=-Xmx320m"
set "BEFORE=%~1"
exit /b 0

:train
echo Teaching this Java to start Cordon fast ^(once, a few seconds^). 1>&2
for %%P in (help work) do (
  if exist "%DIST%\%%P.cache" del "%DIST%\%%P.cache"
  "%JDK%\bin\java.exe" %JVM_OPTIONS% -XX:-AOTRecordTraining "-XX:AOTCacheOutput=%DIST%\%%P.cache" -cp "%DIST%\lib\cordon.jar" dev.cordon.app.Training %%P >"%DIST%\training-%%P.log" 2>&1 <nul
)
>"%DIST%\start.identity" echo %JDK% %JDK_VERSION%
exit /b 0
