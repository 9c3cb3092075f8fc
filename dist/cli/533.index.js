export const id = 533;
export const ids = [533];
export const modules = {

/***/ 30533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openPatchPorts: () => (/* binding */ openPatchPorts)
/* harmony export */ });
/** The registry and the scanner, asked only about the reasons that count. */
async function openPatchPorts(inputs, settings, rules, job) {
    const { loadImage } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(366)]).then(__webpack_require__.bind(__webpack_require__, 10366));
    const { parseReference } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const { openStores } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(5877)]).then(__webpack_require__.bind(__webpack_require__, 79999));
    const stores = openStores({ insecureHosts: inputs['insecure-registry'], signal: job.signal });
    const load = (name, platform) => {
        const reference = parseReference(name);
        return loadImage(stores.open(reference), reference, { platform, signal: job.signal });
    };
    return {
        resolveBase: async (name, platform) => (await load(name, platform || undefined)).manifestDigest,
        rescan: rules.rebuildOn.includes('cve') ? await openRescan(inputs.advisories, settings, load, job) : undefined,
    };
}
async function openRescan(given, settings, load, job) {
    const { gate, osvScanner } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(648), __webpack_require__.e(366), __webpack_require__.e(983)]).then(__webpack_require__.bind(__webpack_require__, 30983));
    const advisories = given ?? settings?.advisories;
    const scanner = osvScanner(advisories === undefined ? {} : { advisories });
    // What would be refused if it were built today, and could be helped by building it again.
    const severity = settings?.failOn.severity ?? 'high';
    const policy = { severity, fixableOnly: true, exceptions: settings?.exceptions ?? [] };
    return async ({ image, platforms }) => {
        const scan = await scanner.scan(await load(image, platforms[0]), job);
        return gate(scan.findings, policy, scan.startedAt).refused.map(({ finding }) => finding);
    };
}


/***/ })

};
