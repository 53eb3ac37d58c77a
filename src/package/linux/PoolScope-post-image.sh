#!/bin/sh
# jpackage runs this when the program's folder is laid out and before it becomes a package: puts what software centres read where
# they look. The folder is ROOT/opt/poolscope then. An rpm is made of that folder alone, so there the file stays beside the program.
set -eu

metainfo=$JpAppImageDir/lib/app/poolscope.metainfo.xml
root=${JpAppImageDir%/opt/poolscope}
[ "$root" != "$JpAppImageDir" ] && [ -f "$metainfo" ] || exit 0
install -D -m 644 "$metainfo" "$root/usr/share/metainfo/poolscope.metainfo.xml"
