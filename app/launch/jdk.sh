# Finds a JDK 25. Sourced by ./cordon and ./build; forks as little as it can, because it runs before every start.
#
#   find_jdk     sets JDK (its home) and JDK_IDENTITY (changes whenever that JDK is updated); returns 1 if there is none
#   explain_jdk  says on stderr what was looked at and what to do

JDK= JDK_IDENTITY= JDK_SEEN=

# Takes the home in $1 if it is a JDK 25, else remembers what it is instead.
try_jdk() {
  [ -r "$1/release" ] || return 1
  version= identity=
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=*) version=${line#JAVA_VERSION=\"} version=${version%%\"*} identity="$identity $line" ;;
      JAVA_RUNTIME_VERSION=* | IMPLEMENTOR_VERSION=*) identity="$identity $line" ;;
    esac
  done <"$1/release"
  case $version in
    25 | 25.* | 25-*)
      if [ -x "$1/bin/javac" ] || [ -x "$1/bin/javac.exe" ]; then
        JDK=$1 JDK_IDENTITY="$1$identity"
        return 0
      fi
      JDK_SEEN="$JDK_SEEN
    $1 (Java $version, but without a compiler: a runtime, not a JDK)"
      ;;
    *) JDK_SEEN="$JDK_SEEN
    $1 (Java $version)" ;;
  esac
  return 1
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && try_jdk "$JAVA_HOME"; then return 0; fi

  on_path=$(command -v javac || command -v java) || on_path=
  case $on_path in
    '' | /usr/bin/javac.exe) ;;
    *)
      if [ -L "$on_path" ]; then on_path=$(readlink -f "$on_path" 2>/dev/null) || on_path=; fi
      home=${on_path%/*} home=${home%/bin}
      if [ -n "$home" ] && try_jdk "$home"; then return 0; fi
      ;;
  esac

  # Unmatched patterns stay as they are and name no folder, so they fall through.
  for home in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /usr/local/java/* /usr/local/*jdk* \
    /opt/*jdk* /opt/java/* /opt/java /opt/jvm/* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.jabba/jdk/* \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "/c/Program Files/Eclipse Adoptium"/* "/c/Program Files/Java"/* "/c/Program Files/Microsoft"/jdk* \
    "/c/Program Files/Zulu"/* "/c/Program Files/Amazon Corretto"/* "/c/Program Files/BellSoft"/*; do
    if try_jdk "$home"; then return 0; fi
  done
  return 1
}

explain_jdk() {
  {
    echo "Cordon needs a JDK 25 and found none."
    echo "  Looked at: JAVA_HOME (${JAVA_HOME:-not set}), javac and java on the PATH, /usr/lib/jvm, /usr/java, /opt,"
    echo "  /Library/Java/JavaVirtualMachines, Homebrew, SDKMAN, asdf, mise, ~/.jdks and C:\\Program Files."
    [ -z "$JDK_SEEN" ] || echo "  Found instead:$JDK_SEEN"
    echo "  What to do: install a JDK 25 (for example Eclipse Temurin 25), or set JAVA_HOME to the folder of one."
  } >&2
}
