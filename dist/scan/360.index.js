export const id = 360;
export const ids = [360];
export const modules = {

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* unused harmony export parseDigest */
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
    throw new IngotError('invalid-reference', `${JSON.stringify(text)} is not a digest`, {
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
/* harmony export */   A1: () => (/* binding */ parseIndex),
/* harmony export */   FB: () => (/* binding */ parseImageConfig),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   Pr: () => (/* binding */ encodeJson),
/* harmony export */   formatPlatform: () => (/* binding */ formatPlatform),
/* harmony export */   ns: () => (/* binding */ maximumManifestBytes)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);



const digest = zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY((value) => typeof value === 'string' && (0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(value), 'is not a sha256 digest');
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


/***/ })

};
