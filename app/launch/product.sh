# Builds Cordon for use and puts it in place. Sourced by ./cordon and ./build after jdk.sh; needs TOP and JDK.
#
#   app/target/cordon/lib          the jars, each as its publisher made it; cordon.jar names the others
#   app/target/cordon/lib/simulator    what only a simulated tenant needs
#   app/target/cordon/lib/pdf          what only a PDF needs
#   app/target/cordon/lib/vouching     what only time stamps, signatures and a simulated tenant need
#   app/target/cordon/built        as old as the sources it was built from
#   app/target/cordon/*.cache      what the JVM learned in training runs; start.identity says for which JVM

DISTRIBUTION=$TOP/app/target/cordon
BUILD_LOG=$TOP/app/target/cordon-build.log

# The JVM of a command: little memory, the quick compiler, warnings of the JVM itself never on stdout.
# Room for what a start allocates, so that nothing is collected before the first request. The caches hold no training data to replay.
JVM_OPTIONS="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+AOTClassLinking -Xms40m -XX:NewSize=24m -Xss512k
 -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining
 -Xlog:disable -Xlog:all=error:stderr -Djava.util.logging.config.class=dev.cordon.app.LoggingSetup
 -Dslf4j.provider=org.slf4j.jul.JULServiceProvider -Dslf4j.internal.verbosity=WARN -Djava.awt.headless=true
 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

# A folder is newer than its build too when a file in it was deleted or renamed.
product_is_current() {
  [ -f "$DISTRIBUTION/lib/cordon.jar" ] && [ -f "$DISTRIBUTION/built" ] || return 1
  newer=$(find "$TOP/pom.xml" "$TOP"/*/pom.xml "$TOP"/*/src/main -newer "$DISTRIBUTION/built" -print -quit 2>/dev/null)
  [ -z "$newer" ]
}

# Two may start at once: the second waits for the first, and a lock whose owner died is taken over.
take_lock() {
  mkdir -p "$TOP/app/target" || { echo "Cordon cannot write $TOP/app/target, where it builds itself." >&2; exit 5; }
  said=
  until mkdir "$TOP/app/target/.building" 2>/dev/null; do
    owner=$(cat "$TOP/app/target/.building/pid" 2>/dev/null) || owner=
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      mv "$TOP/app/target/.building" "$TOP/app/target/.building.dead.$$" 2>/dev/null &&
        rm -rf "$TOP/app/target/.building.dead.$$"
      continue
    fi
    [ -n "$said" ] || { said=1; echo "Another Cordon is being built here; waiting for it." >&2; }
    sleep 1
  done
  echo $$ >"$TOP/app/target/.building/pid"
  trap release_lock EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

release_lock() {
  trap - EXIT INT TERM
  rm -rf "$TOP/app/target/.building"
}

# Swaps the new distribution in as a whole, so that a Cordon running from the old one keeps its files.
install_product() { # $1: Maven's output folder, $2: a file touched before the build began
  new=$TOP/app/target/cordon.new.$$
  rm -rf "$new" && mkdir -p "$new" && cp -R "$1/lib" "$new/lib" && cp -p "$2" "$new/built" || return 1
  if [ -e "$DISTRIBUTION" ]; then mv "$DISTRIBUTION" "$DISTRIBUTION.old.$$" || return 1; fi
  mv "$new" "$DISTRIBUTION" || return 1
  rm -rf "$DISTRIBUTION".old.*
}

build_product() {
  command -v mvn >/dev/null 2>&1 || {
    echo "Cordon builds itself with Apache Maven 3.8 or later, and there is no mvn on the PATH." >&2
    echo "  What to do: install Maven (for example apt install maven, or brew install maven), then try again." >&2
    exit 3
  }
  take_lock
  if product_is_current; then release_lock; return 0; fi

  if [ -d "$DISTRIBUTION" ]; then echo "The sources are newer than the built Cordon: building it (about half a minute)." >&2
  else echo "Building Cordon for its first use (about a minute; longer while Maven fetches libraries)." >&2; fi
  rm -rf "$TOP/app/target/product/distribution"
  : >"$TOP/app/target/.building/began"
  {
    JAVA_HOME=$JDK mvn -B -Dstyle.color=never -f "$TOP/pom.xml" -Pproduct -Dcordon.product -pl app -am package </dev/null 2>&1
    echo $? >"$TOP/app/target/.building/status"
  } | show_progress
  if [ "$(cat "$TOP/app/target/.building/status")" != 0 ]; then
    echo "Cordon could not be built. What Maven said (all of it in $BUILD_LOG):" >&2
    grep '^\[ERROR\]' "$BUILD_LOG" | head -n 25 >&2
    exit 70
  fi
  install_product "$TOP/app/target/product/distribution" "$TOP/app/target/.building/began" || {
    echo "Cordon was built but could not be put into $DISTRIBUTION: is the disk full, or is it running from there?" >&2
    exit 5
  }
  release_lock
}

# Everything into the log; on a terminal one line that changes, with the room being built.
show_progress() {
  : >"$BUILD_LOG"
  while IFS= read -r line; do
    printf '%s\n' "$line" >>"$BUILD_LOG"
    [ -t 2 ] || continue
    case $line in
      '[INFO] Building '*'['*/*']') room=${line#\[INFO\] Building } printf '\r\033[K  building %s' "${room%% *} ${room##* }" >&2 ;;
      'Downloading from '* | '[INFO] Downloading from '*) printf '\r\033[K  fetching %s' "${line##*/}" >&2 ;;
    esac
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
}

# Sets START_CACHE to the option that makes the JVM start fast, or to nothing: a missing cache costs time, never a start.
# A JVM loads everything that lies in its cache before the first line of ours, so there is a small one and a large one.
find_start_cache() { # the words that were typed
  START_CACHE=
  trained_for=
  { IFS= read -r trained_for <"$DISTRIBUTION/start.identity"; } 2>/dev/null || :
  if [ "$trained_for" != "$JDK_IDENTITY" ] && [ -w "$DISTRIBUTION" ]; then train_start; fi
  choose_start "$@"
  if [ -f "$DISTRIBUTION/$START.cache" ]; then START_CACHE=-XX:AOTCache=$DISTRIBUTION/$START.cache; fi
}

# Sets START and CLASS_PATH. A wrong guess (a data folder named "respond") costs time and nothing else. What follows the jar of
# the training run may be longer than it was then.
choose_start() {
  START=help
  simulator= pdf= vouching=
  for word in "$@"; do
    case $word in
      simulate) simulator=:$DISTRIBUTION/lib/simulator/* vouching=:$DISTRIBUTION/lib/vouching/* ;;
      demo) simulator=:$DISTRIBUTION/lib/simulator/* vouching=:$DISTRIBUTION/lib/vouching/* pdf=:$DISTRIBUTION/lib/pdf/* ;;
      evidence) vouching=:$DISTRIBUTION/lib/vouching/* ;;
      respond | incident | undo | watch | report) pdf=:$DISTRIBUTION/lib/pdf/* ;;
    esac
  done
  CLASS_PATH=$DISTRIBUTION/lib/cordon.jar$simulator$pdf$vouching
  for word in "$@"; do
    case $word in
      -h | --help | --version) START=help; return 0 ;;
      tenant | respond | incident | evidence | report | watch) START=work ;;
    esac
  done
}

train_start() {
  echo "Teaching this Java to start Cordon fast (once, a few seconds)." >&2
  : >"$DISTRIBUTION/training.log"
  for part in help work; do train "$part"; done
  printf '%s\n' "$JDK_IDENTITY" 2>/dev/null >"$DISTRIBUTION/start.identity" || :
}

train() { # $1: the name of the cache
  rm -f "$DISTRIBUTION/$1.cache"
  # shellcheck disable=SC2086
  if "$JDK/bin/java" $JVM_OPTIONS -XX:-AOTRecordTraining -XX:AOTCacheOutput="$DISTRIBUTION/$1.cache.$$" -cp "$DISTRIBUTION/lib/cordon.jar" \
    dev.cordon.app.Training "$1" </dev/null >>"$DISTRIBUTION/training.log" 2>&1; then
    mv -f "$DISTRIBUTION/$1.cache.$$" "$DISTRIBUTION/$1.cache" 2>/dev/null || :
  fi
  rm -f "$DISTRIBUTION/$1.cache.$$"
}
