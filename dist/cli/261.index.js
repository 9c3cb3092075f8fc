export const id = 261;
export const ids = [261];
export const modules = {

/***/ 50261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Ib: () => (/* binding */ mediaTypes),
/* harmony export */   annotationKeys: () => (/* binding */ annotationKeys),
/* harmony export */   hG: () => (/* binding */ rebasableLabels),
/* harmony export */   indexTypes: () => (/* binding */ indexTypes)
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
