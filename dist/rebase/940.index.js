export const id = 940;
export const ids = [940,501];
export const modules = {

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   parseDigest: () => (/* binding */ parseDigest),
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

/***/ 3940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatReference: () => (/* binding */ formatReference),
/* harmony export */   formatRepository: () => (/* binding */ formatRepository),
/* harmony export */   isTag: () => (/* binding */ isTag),
/* harmony export */   parseReference: () => (/* binding */ parseReference),
/* harmony export */   pinned: () => (/* binding */ pinned),
/* harmony export */   tagged: () => (/* binding */ tagged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);


const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const pathPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const hostPattern = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
function isTag(text) {
    return tagPattern.test(text);
}
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
    if (digestText !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digestText))
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
    if (!isHost(host))
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
/** A name that an address can hold, and that means itself there: `0x7f.1` would lead to 127.0.0.1. */
function isHost(host) {
    if (!hostPattern.test(host) || !URL.canParse(`http://${host}/`))
        return false;
    const { hostname } = new URL(`http://${host}/`);
    return hostname.startsWith('[') || hostname === host.replace(/:\d+$/, '').toLowerCase();
}
function malformed(text, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-reference', `Cannot read the image reference ${JSON.stringify(text)}: ${why}`, {
        advice: 'Write registry/repository:tag, registry/repository@sha256:…, oci:DIR:NAME or oci:DIR@sha256:…',
    });
}


/***/ })

};
