export const id = 8303;
export const ids = [8303];
export const modules = {

/***/ 88303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tagDigest: () => (/* binding */ tagDigest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);

/**
 * Tags the very bytes that the digest names.
 *
 * @returns the tags that did not name it before
 * @throws IngotError `digest-mismatch` when the registry stores something else
 */
async function tagDigest({ store, digest }, tags, { signal, log }) {
    const stored = await store.readManifest(digest, { signal });
    if (stored === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('not-found', `${store.repository}@${digest} is gone since it was read`);
    const named = await Promise.all(tags.map((tag) => store.readManifest({ tag }, { signal })));
    const missing = tags.filter((_, i) => named[i]?.descriptor.digest !== digest);
    if (missing.length === 0)
        return missing;
    log(`Tagging ${store.repository}@${digest} as ${missing.join(', ')}`);
    const written = await store.writeManifest(stored.bytes, stored.descriptor.mediaType, { tags: missing, signal });
    if (written.digest !== digest) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('digest-mismatch', `${store.repository} stored ${digest} as ${written.digest}`);
    }
    return missing;
}


/***/ })

};
