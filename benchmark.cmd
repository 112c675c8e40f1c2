@echo off
rem Measures Cordon side by side with what cannot be faster; docs\manual\benchmarks.md says how to read it. Not yet run on Windows.
setlocal EnableExtensions DisableDelayedExpansion
set "TOP=%~dp0"
set "DIST=%TOP%app\target\cordon"
set "JVM_OPTIONS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:-AOTClassLinking -Xms40m -XX:NewSize=24m -Xss512k -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining -Xlog:disable -Xlog:all=error:stderr --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

call "%TOP%app\launch\jdk.cmd" || exit /b 3

rem Starting Cordon once builds it where needed and teaches the JVM to start it fast.
call "%TOP%cordon.cmd" --help >nul || exit /b 70

"%JDK%\bin\java.exe" -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Djava.util.logging.config.class=dev.cordon.app.LoggingSetup" "-Dcordon.launcher=%TOP%cordon.cmd" "-Dcordon.jvm=%JVM_OPTIONS%" -cp "%DIST%\lib\cordon.jar;%DIST%\lib\simulator\*;%DIST%\lib\pdf\*;%TOP%benchmarks\src\main\resources;%TOP%investigation\src\test\resources" "%TOP%benchmarks\src\main\java\dev\cordon\benchmarks\Benchmark.java" %*
exit /b %ERRORLEVEL%
