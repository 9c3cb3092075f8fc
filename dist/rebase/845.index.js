export const id = 845;
export const ids = [845];
export const modules = {

/***/ 2845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createdOf: () => (/* binding */ createdOf)
/* harmony export */ });
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(261);

/**
 * Reproducible builders write a constant for a time: 1970 (SOURCE_DATE_EPOCH=0), the year 1 (Go's zero), or the first
 * second of 1980 (Cloud Native Buildpacks). What is older than containers says nothing about age.
 */
const oldestBelievable = Date.UTC(1980, 0, 2);
/**
 * When an image says that it was built, as RFC 3339: its config, else the annotation `org.opencontainers.image.created` of
 * its manifest. Undefined when neither says, or says a constant of reproducible builders.
 */
function createdOf({ config, manifest }) {
    return [config.created, manifest.annotations?.[_oci_media_types_js__WEBPACK_IMPORTED_MODULE_0__/* .annotationKeys */ .ic.created]].find(isBelievable);
}
function isBelievable(time) {
    return time !== undefined && Date.parse(time) >= oldestBelievable;
}


/***/ }),

/***/ 261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Ib: () => (/* binding */ mediaTypes),
/* harmony export */   gp: () => (/* binding */ indexTypes),
/* harmony export */   hG: () => (/* binding */ rebasableLabels),
/* harmony export */   ic: () => (/* binding */ annotationKeys)
/* harmony export */ });
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/media-types.md */
const mediaTypes = {
    index: 'application/vnd.oci.image.index.v1+json',
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    empty: 'application/vnd.oci.empty.v1+json',
    layerTar: 'application/vnd.oci.image.layer.v1.tar',
    layerGzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
    layerZstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
    dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
    dockerConfig: 'application/vnd.docker.container.image.v1+json',
    dockerLayer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
    sigstoreBundle: 'application/vnd.dev.sigstore.bundle.v0.3+json',
};
const indexTypes = [mediaTypes.index, mediaTypes.dockerList];
const manifestTypes = [mediaTypes.manifest, mediaTypes.dockerManifest];
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md */
const annotationKeys = {
    /** `sha256:…,SIZE` of the base's config: lets a rebase ask for it a round trip earlier. A hint: the base's manifest decides. */
    baseConfig: 'dev.ingot.base.config',
    baseName: 'org.opencontainers.image.base.name',
    baseDigest: 'org.opencontainers.image.base.digest',
    created: 'org.opencontainers.image.created',
    refName: 'org.opencontainers.image.ref.name',
    revision: 'org.opencontainers.image.revision',
    source: 'org.opencontainers.image.source',
    title: 'org.opencontainers.image.title',
    version: 'org.opencontainers.image.version',
};
/** An image may be rebased when its config carries this label; images made by Cloud Native Buildpacks carry the other. */
const rebasableLabels = ['dev.ingot.rebasable', 'io.buildpacks.rebasable'];


/***/ })

};
