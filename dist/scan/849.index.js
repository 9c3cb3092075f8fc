export const id = 849;
export const ids = [849];
export const modules = {

/***/ 4849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   baseReader: () => (/* binding */ baseReader)
/* harmony export */ });
/**
 * Reads the base's manifest in the repository that the image names. Only on the image's own registry: a name in an image must
 * not make this machine talk to strangers.
 */
async function baseReader(image, insecureHosts, job) {
    const { annotationKeys } = await __webpack_require__.e(/* import() */ 261).then(__webpack_require__.bind(__webpack_require__, 261));
    const { parseReference } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(837), __webpack_require__.e(277), __webpack_require__.e(537), __webpack_require__.e(764)]).then(__webpack_require__.bind(__webpack_require__, 3764));
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
