#!/bin/sh
# jpackage runs this in the folder that becomes the package, when all is laid out. The program's own launcher takes the place of
# jpackage's two. Menu entry, the command on the PATH and what software centres read become files of the package, so that they come
# and go with it; jpackage would have xdg-utils write them, which fails where no desktop is installed. An rpm is made of
# opt/poolscope alone: there poolscope.spec does the same.
set -eu

place() {
    [ -f "$1" ] || return 0
    install -D -m 644 "$1" "$2"
}

mv opt/poolscope/lib/app/launch opt/poolscope/bin/PoolScope
rm -f opt/poolscope/lib/libapplauncher.so opt/poolscope/lib/app/PoolScope.cfg
rm -f opt/poolscope/bin/poolscope-cli opt/poolscope/lib/poolscope-cli.png opt/poolscope/lib/app/poolscope-cli.cfg
# On the PATH.
mkdir -p usr/bin
ln -s /opt/poolscope/bin/PoolScope usr/bin/poolscope

place opt/poolscope/lib/poolscope-PoolScope.desktop usr/share/applications/poolscope-PoolScope.desktop
place opt/poolscope/lib/app/poolscope.metainfo.xml usr/share/metainfo/poolscope.metainfo.xml
place opt/poolscope/lib/app/poolscope-mime.xml usr/share/mime/packages/poolscope.xml
