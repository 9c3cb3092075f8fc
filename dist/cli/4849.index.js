export const id = 4849;
export const ids = [4849];
export const modules = {

/***/ 14849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   baseReader: () => (/* binding */ baseReader)
/* harmony export */ });
/**
 * Reads the base's manifest in the repository that the image names. Only on the image's own registry: a name in an image must
 * not make this machine talk to strangers.
 */
async function baseReader(image, insecureHosts, job) {
    const { annotationKeys } = await __webpack_require__.e(/* import() */ 261).then(__webpack_require__.bind(__webpack_require__, 50261));
    const { parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(2060), __webpack_require__.e(7729)]).then(__webpack_require__.bind(__webpack_require__, 2060));
    const name = image.manifest.annotations?.[annotationKeys.baseName];
    const hostOf = (reference) => (reference.kind === 'registry' ? reference.host : undefined);
    return async (digest) => {
        try {
            const base = name === undefined ? undefined : parseReference(name);
            if (base === undefined || base.kind !== image.reference.kind || hostOf(base) !== hostOf(image.reference))
                return;
            const store = openStore(base, { insecureHosts, signal: job.signal });
            return await store.readManifest(digest, { signal: job.signal });
        }
        catch (thrown) {
            job.signal.throwIfAborted();
            job.log(`The base ${name} cannot be read, its layers are told by the history: ${thrown.message}`);
            return undefined;
        }
    };
}


/***/ })

};
