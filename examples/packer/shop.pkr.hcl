variable "base_image" { type = string }
variable "base_checksum" { type = string }
variable "output_directory" { type = string }
variable "inventory_directory" { type = string }
variable "greeting" { type = string }
variable "ssh_password" {
  type      = string
  sensitive = true
}

source "qemu" "shop" {
  iso_url          = var.base_image
  iso_checksum     = var.base_checksum
  disk_image       = true
  format           = "qcow2"
  accelerator      = "kvm"
  headless         = true
  output_directory = var.output_directory
  vm_name          = "shop.qcow2"
  ssh_username     = "root"
  ssh_password     = var.ssh_password
  shutdown_command = "poweroff"
}

build {
  sources = ["source.qemu.shop"]

  provisioner "shell" {
    inline = ["echo '${var.greeting}' > /etc/motd"]
  }
  # What scan reads: the package database of the machine.
  provisioner "file" {
    direction   = "download"
    source      = "/var/lib/dpkg/status"
    destination = "${var.inventory_directory}/var/lib/dpkg/status"
  }
  provisioner "file" {
    direction   = "download"
    source      = "/etc/os-release"
    destination = "${var.inventory_directory}/etc/os-release"
  }
}
