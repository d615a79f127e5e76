#!/bin/sh
# Plays a drill of docs/drills.md in a mount namespace of its own: drill.sh DRILL BUNDLE RELEASES COMMANDS
# RELEASES has two repositories, `old` and `new`. COMMANDS has one command a line, behind the prompt `ada$` or `root#`.
set -eu
drill=$1 bundle=$2 releases=$3 commands=$4
uid=54321

# Nothing outside this namespace sees these folders.
for folder in /home /opt /srv; do
    mount -t tmpfs -o mode=755 tmpfs $folder
done
mkdir /home/ada /home/admin /opt/cco /srv/hello
mount --bind "$bundle" /opt/cco
sed '/^ada:/d' /etc/passwd >/srv/passwd
echo "ada:*:$uid:$uid::/home/ada:/bin/sh" >>/srv/passwd
mount --bind /srv/passwd /etc/passwd
[ "$drill" != disk ] || mount -t tmpfs -o size=2m tmpfs /home/ada
chown $uid:$uid /home/ada

# Runs a command line as a user, in her home, with nothing else in her environment.
as() {
    home=$1
    shift
    (cd "$home" && env -i "HOME=$home" CI=1 "PATH=$home/.local/bin:/opt/cco:/usr/sbin:/usr/bin:/sbin:/bin" "$@") 2>&1 || :
}

as_ada() {
    as /home/ada setpriv --reuid $uid --regid $uid --clear-groups sh -c "$1"
}

as_root() {
    as /home/admin sh -c "$1"
}

install_old() {
    mount --bind "$releases/old" /srv/hello
    as_ada 'cco --quiet install hello --from /srv/hello --trust sha256' >&2
    umount /srv/hello
}

# Copies a program and the libraries that it needs to the same places below /srv/cell.
copy_program() {
    mkdir -p "/srv/cell${1%/*}"
    cp -L "$1" "/srv/cell$1"
    ldd "$1" | sed -n 's#.*[[:space:]]\(/[^ ]*\) (0x.*#\1#p' | while read -r library; do
        mkdir -p "/srv/cell${library%/*}"
        cp -L "$library" "/srv/cell$library"
    done
}

case $drill in
    sudo)
        install_old
        printf 'ada ALL=(ALL) NOPASSWD: ALL\nDefaults env_keep += "HOME CI"\n' >/srv/sudoers
        chmod 440 /srv/sudoers
        mount --bind /srv/sudoers /etc/sudoers
        mount --bind "$releases/new" /srv/hello
        ;;
    chroot)
        mkdir -p /srv/cell/bin /srv/cell/dev /srv/cell/opt /srv/cell/proc /srv/cell/home/admin /srv/cell/tmp /srv/cell/releases
        mknod -m 666 /srv/cell/dev/null c 1 3
        mknod -m 666 /srv/cell/dev/random c 1 8
        mknod -m 666 /srv/cell/dev/urandom c 1 9
        copy_program "$(command -v busybox)"
        ln -s "$(command -v busybox)" /srv/cell/bin/sh
        ln -s "$(command -v busybox)" /srv/cell/bin/readlink
        copy_program /opt/cco/runtime/lib/server/libjvm.so
        cp -a /opt/cco /srv/cell/opt
        cp -a "$releases/new" /srv/cell/releases/hello
        ;;
    disk)
        install_old
        mount --bind "$releases/new" /srv/hello
        ;;
esac

while read -r prompt command; do
    printf '%s %s\n' "$prompt" "$command"
    "as_$(echo "$prompt" | tr -d '$#')" "$command"
done <"$commands"
