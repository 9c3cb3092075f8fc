export const id = 1050;
export const ids = [1050,3940,8669,9501,1882,261,4360];
export const modules = {

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   isDigest: () => (/* binding */ isDigest),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   shortDigest: () => (/* binding */ shortDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


const pattern = /^sha256:[a-f0-9]{64}$/;
function isDigest(text) {
    return pattern.test(text);
}
/**
 * @throws IngotError `invalid-reference` when `text` is not a sha256 digest
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests
 */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IngotError */ .se('invalid-reference', `${JSON.stringify(text)} is not a digest`, {
        advice: 'A digest is written sha256: followed by 64 lower-case hex digits',
    });
}
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** The 64 hex digits alone: names files in a layout and in the ledger. */
function hexOf(digest) {
    return digest.slice('sha256:'.length);
}
/** Twelve hex digits, for people. */
function shortDigest(digest) {
    return hexOf(digest).slice(0, 12);
}


/***/ }),

/***/ 4360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ parseImageConfig),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   Pr: () => (/* binding */ encodeJson),
/* harmony export */   formatPlatform: () => (/* binding */ formatPlatform),
/* harmony export */   ns: () => (/* binding */ maximumManifestBytes),
/* harmony export */   parseIndex: () => (/* binding */ parseIndex)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3798);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);



const digest = zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY((value) => typeof value === 'string' && (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__.isDigest)(value), 'is not a sha256 digest');
const size = zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig().int().nonnegative();
const annotations = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP());
const platform = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    architecture: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    os: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    variant: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    'os.version': zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
});
const descriptor = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    mediaType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    digest,
    size,
    annotations: annotations.optional(),
    artifactType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    platform: platform.optional(),
});
const manifest = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(2),
    mediaType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    artifactType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    config: descriptor,
    layers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(descriptor),
    subject: descriptor.optional(),
    annotations: annotations.optional(),
});
const index = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(2),
    mediaType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    artifactType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    manifests: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(descriptor),
    subject: descriptor.optional(),
    annotations: annotations.optional(),
});
const imageConfig = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    architecture: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    os: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    variant: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    created: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
    config: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
        User: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
        Env: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
        Entrypoint: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
        Cmd: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
        WorkingDir: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
        ExposedPorts: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()).nullish(),
        Labels: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
        StopSignal: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    })
        .nullish(),
    rootfs: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ type: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz('layers'), diff_ids: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(digest) }),
    history: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
        created: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
        created_by: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
        comment: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional(),
        empty_layer: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY().optional(),
    }))
        .nullish(),
});
/** Manifests larger than this are refused: the limit that registries enforce. */
const maximumManifestBytes = 4 * 1024 * 1024; // 4 MiB
const parseManifest = parser(manifest, 'image manifest');
const parseIndex = parser(index, 'image index');
const parseImageConfig = parser(imageConfig, 'image config');
/** The bytes that are hashed and stored: compact JSON, keys in the order given, so that the same value has the same digest. */
function encodeJson(value) {
    return Buffer.from(JSON.stringify(value));
}
/** `linux/amd64`, `linux/arm64/v8`. */
function formatPlatform(value) {
    return [value.os, value.architecture, value.variant].filter(Boolean).join('/');
}
function parser(schema, what) {
    /** @throws IngotError `unreadable`, naming the first field that is wrong */
    return (bytes, from) => {
        const fail = (why) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('unreadable', `The ${what} of ${from} is malformed: ${why}`);
        let value;
        try {
            value = JSON.parse(Buffer.from(bytes).toString('utf8'));
        }
        catch {
            throw fail('it is not JSON');
        }
        const parsed = schema.safeParse(value);
        if (parsed.success)
            return parsed.data;
        const issue = parsed.error.issues[0];
        throw fail(`${issue?.path.join('.') || 'the document'}: ${issue?.message}`);
    };
}


/***/ }),

/***/ 261:
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


/***/ }),

/***/ 3940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatReference: () => (/* binding */ formatReference),
/* harmony export */   formatRepository: () => (/* binding */ formatRepository),
/* harmony export */   parseReference: () => (/* binding */ parseReference),
/* harmony export */   pinned: () => (/* binding */ pinned),
/* harmony export */   tagged: () => (/* binding */ tagged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);


const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const pathPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const hostPattern = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
/**
 * Docker Hub's short forms are understood: `debian` means `docker.io/library/debian`. No tag and no digest means no
 * tag: a `latest` is never made up.
 *
 * @throws IngotError `invalid-reference`
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
 */
function parseReference(text) {
    const at = text.lastIndexOf('@');
    const digestText = at < 0 ? undefined : text.slice(at + 1);
    if (digestText !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__.isDigest)(digestText))
        throw malformed(text, `${digestText || 'nothing'} is not a digest`);
    const { name, tag } = splitTag(at < 0 ? text : text.slice(0, at));
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${JSON.stringify(tag)} is not a tag`);
    const label = { ...(tag !== undefined && { tag }), ...(digestText !== undefined && { digest: digestText }) };
    if (name.startsWith('oci:')) {
        const directory = name.slice('oci:'.length);
        if (directory === '' || directory.includes('\0'))
            throw malformed(text, 'the directory of the layout is missing');
        return { kind: 'layout', directory, ...label };
    }
    const { host, path } = splitHost(name);
    if (!hostPattern.test(host))
        throw malformed(text, `${JSON.stringify(host)} is not a registry host`);
    if (!pathPattern.test(path))
        throw malformed(text, `${JSON.stringify(path)} is not a repository path (lower case only)`);
    return { kind: 'registry', host, path, ...label };
}
/** The repository without tag or digest, as `parseReference` reads it. */
function formatRepository(reference) {
    return reference.kind === 'layout' ? `oci:${reference.directory}` : `${reference.host}/${reference.path}`;
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${formatRepository(reference)}${tag}${digest}`;
}
/** The same repository, named by digest alone: what every record and every deployment holds. */
function pinned(reference, digest) {
    const { tag: _, ...rest } = reference;
    return { ...rest, digest };
}
function tagged(reference, tag) {
    if (!tagPattern.test(tag))
        throw malformed(tag, `${JSON.stringify(tag)} is not a tag`);
    const { digest: _, ...rest } = reference;
    return { ...rest, tag };
}
/** Splits at the last colon that has no slash behind it, and that is not the colon of `oci:`. */
function splitTag(text) {
    const colon = text.lastIndexOf(':');
    const isLabel = colon >= 0 && !text.slice(colon).includes('/') && text.slice(0, colon) !== 'oci';
    return isLabel ? { name: text.slice(0, colon), tag: text.slice(colon + 1) } : { name: text };
}
function splitHost(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const isHost = first.includes('.') || first.includes(':') || first === 'localhost';
    if (isHost)
        return { host: first, path: name.slice(slash + 1) };
    return { host: 'docker.io', path: slash < 0 ? `library/${name}` : name };
}
function malformed(text, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-reference', `Cannot read the image reference ${JSON.stringify(text)}: ${why}`, {
        advice: 'Write registry/repository:tag, registry/repository@sha256:…, oci:DIR:NAME or oci:DIR@sha256:…',
    });
}


/***/ })

};
