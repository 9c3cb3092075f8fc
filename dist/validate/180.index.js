export const id = 180;
export const ids = [180];
export const modules = {

/***/ 8180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ isOpaqueLayer),
/* harmony export */   YQ: () => (/* binding */ diskFormatOf),
/* harmony export */   aS: () => (/* binding */ cloudImagesType),
/* harmony export */   gU: () => (/* binding */ vmAnnotations),
/* harmony export */   isVmManifest: () => (/* binding */ isVmManifest)
/* harmony export */ });
/* unused harmony exports vmImageType, attachmentType, diskFormats, diskType */
/** The `artifactType` of a VM image: an image manifest of one platform whose layers are disks, or the ids of images in a cloud. */
const vmImageType = 'application/vnd.dev.ingot.vm-image.v1';
/** The layer that lists images in clouds: a JSON array of `{provider, region, id}`. */
const cloudImagesType = 'application/vnd.dev.ingot.cloud-images.v1+json';
/** Whatever else a builder made beside the disks: firmware variables, a checksum, a machine's definition. */
const attachmentType = 'application/octet-stream';
const diskFormats = ['qcow2', 'raw', 'vmdk', 'vdi', 'vhd', 'vhdx', 'ova'];
const vmAnnotations = {
    /** Of the disk, or of the only disk of a manifest. */
    diskDigest: 'dev.ingot.disk.digest',
    diskFormat: 'dev.ingot.disk.format',
    /** Bytes of the file. */
    diskSize: 'dev.ingot.disk.size',
    /** Bytes that a machine sees. */
    diskVirtualSize: 'dev.ingot.disk.virtual-size',
    /** `bios` or `uefi`, where it is known. */
    firmware: 'dev.ingot.vm.firmware',
};
/** The media type of a disk, stored as it is: whoever pulls the layer has the disk. */
function diskType(format) {
    return `application/vnd.dev.ingot.disk.${format}.v1`;
}
/** The format of a layer that is a disk. */
function diskFormatOf(mediaType) {
    return diskFormats.find((format) => diskType(format) === mediaType);
}
function isVmManifest(manifest) {
    return manifest.artifactType === vmImageType;
}
/** Whether a layer is none of files: a disk, and what lies beside it. Only in a VM image, and only of these types: a layer that is passed over is a layer that nobody scans. */
function isOpaqueLayer(manifest, { mediaType }) {
    if (!isVmManifest(manifest))
        return false;
    return diskFormatOf(mediaType) !== undefined || mediaType === cloudImagesType || mediaType === attachmentType;
}


/***/ })

};
