#!/usr/bin/env bash
# Makes the golden VM disk that the Packer test bakes on: golden-vm.sh MIRROR OUTPUT.qcow2
# Debian packages alone: an essential system with dropbear, the cloud kernel, syslinux. No loop device and no mount: the
# file systems are written by mke2fs and mtools. What it is made for is QEMU without KVM, so it starts in seconds: busybox
# is its init. On the serial console it prints /etc/golden-release and /etc/provisioned, then "ready".
# root may log in with the password golden-vm-test.
set -euo pipefail
mirror=$1 output=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root

mmdebstrap --quiet --mode=root --variant=essential --include=busybox-static,dropbear-bin,openssh-client \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
  --dpkgopt='path-exclude=/usr/share/zoneinfo/*' bookworm "$root" "$mirror"
echo root:golden-vm-test | chroot "$root" chpasswd
echo 'golden VM 12' >"$root/etc/golden-release"
mkdir -p "$root/etc/dropbear"
for type in ed25519 ecdsa; do
  chroot "$root" dropbearkey -t "$type" -f "/etc/dropbear/dropbear_${type}_host_key" >/dev/null 2>&1
done
ln -sf /bin/busybox "$root/sbin/init"
ln -sf /bin/busybox "$root/sbin/poweroff"
cat >"$root/etc/inittab" <<'INIT'
::sysinit:/etc/boot
::respawn:/usr/sbin/dropbear -F -E
::shutdown:/bin/sync
::shutdown:/bin/busybox mount -o remount,ro /
INIT
cat >"$root/etc/boot" <<'BOOT'
#!/bin/sh
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
busybox mount -t proc proc /proc; busybox mount -t sysfs sys /sys
mkdir -p /dev/pts; busybox mount -t devpts pts /dev/pts
busybox ip link set lo up
busybox ip addr add 10.0.2.15/24 dev eth0 && busybox ip link set eth0 up && busybox ip route add default via 10.0.2.2
cat /etc/golden-release >/dev/console
[ ! -e /etc/provisioned ] || cat /etc/provisioned >/dev/console
echo ready >/dev/console
BOOT
chmod 0755 "$root/etc/boot"

# The kernel, unpacked: its scripts would build an initramfs of 20 MB. Ours loads the virtio drivers and finds the root.
kernel=$(apt-cache depends linux-image-cloud-amd64 | sed -n 's/.*Depends: //p' | head -n 1)
(cd "$work" && apt-get -o APT::Sandbox::User=root download -q "$kernel" >/dev/null && dpkg-deb -x ./*.deb kernel)
small=$work/initramfs
mkdir -p "$small"/{bin,proc,sys,dev,new}
cp "$root/bin/busybox" "$small/bin/busybox"
modules=(virtio_ring virtio virtio_pci_legacy_dev virtio_pci_modern_dev virtio_pci virtio_blk failover net_failover virtio_net) # in the order in which they need each other
for module in "${modules[@]}"; do
  cp "$(find "$work/kernel/lib/modules" -name "$module.ko")" "$small/$module.ko"
done
cat >"$small/init" <<INIT
#!/bin/busybox sh
B=/bin/busybox
\$B mount -t proc proc /proc; \$B mount -t sysfs sys /sys; \$B mount -t devtmpfs dev /dev
for module in ${modules[*]}; do \$B insmod /\$module.ko; done
while [ ! -b /dev/vda2 ]; do \$B sleep 0.1; done
\$B mount -t ext4 /dev/vda2 /new
\$B mount --move /dev /new/dev
\$B umount /proc; \$B umount /sys
exec \$B switch_root /new /sbin/init
INIT
chmod 0755 "$small/init"
cp -a "$small" "$root/initramfs"
chroot "$root" sh -c 'cd /initramfs && busybox find . | busybox cpio -o -H newc 2>/dev/null' | gzip -1 >"$work/initrd.gz"
rm -rf "$root/initramfs" "$root/var/cache/apt" "$root"/var/lib/apt/lists/*

# Two partitions: FAT of 40 MiB with the boot loader and the kernel, ext4 of 300 MiB with the system.
mib=1048576 boot=40 system=300
truncate -s "${boot}M" "$work/boot.img"
mformat -i "$work/boot.img" -H 2048 -T "$((boot * 2048))" -h 16 -s 63 ::
mcopy -i "$work/boot.img" "$work"/kernel/boot/vmlinuz-* ::vmlinuz
mcopy -i "$work/boot.img" "$work/initrd.gz" ::initrd.gz
cat >"$work/syslinux.cfg" <<'BOOT'
SERIAL 0
DEFAULT golden
LABEL golden
  KERNEL vmlinuz
  INITRD initrd.gz
  APPEND console=ttyS0 quiet panic=1
BOOT
mcopy -i "$work/boot.img" "$work/syslinux.cfg" ::syslinux.cfg
syslinux --install "$work/boot.img"
mke2fs -q -t ext4 -d "$root" "$work/system.img" "${system}M" 2>/dev/null
disk=$work/disk.img
truncate -s "$(((1 + boot + system) * mib))" "$disk"
dd if=/usr/lib/syslinux/mbr/mbr.bin of="$disk" conv=notrunc status=none
# The partition table: active FAT at 1 MiB, Linux behind it; sizes as little-endian sectors.
entry() { printf '\\x%02x\\xfe\\xff\\xff\\x%02x\\xfe\\xff\\xff' "$1" "$2"; for number in "$3" "$4"; do printf '\\x%02x\\x%02x\\x%02x\\x%02x' $((number & 255)) $((number >> 8 & 255)) $((number >> 16 & 255)) $((number >> 24)); done; }
printf "$(entry 128 14 2048 $((boot * 2048)))$(entry 0 131 $(((1 + boot) * 2048)) $((system * 2048)))" |
  dd of="$disk" bs=1 seek=446 conv=notrunc status=none
printf '\x55\xaa' | dd of="$disk" bs=1 seek=510 conv=notrunc status=none
dd if="$work/boot.img" of="$disk" bs=1M seek=1 conv=notrunc,sparse status=none
dd if="$work/system.img" of="$disk" bs=1M seek=$((1 + boot)) conv=notrunc,sparse status=none
mkdir -p "$(dirname "$output")"
qemu-img convert -q -c -f raw -O qcow2 "$disk" "$output.part"
mv "$output.part" "$output"
