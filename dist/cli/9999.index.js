export const id = 9999;
export const ids = [9999];
export const modules = {

/***/ 79999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openStores: () => (/* binding */ openStores)
/* harmony export */ });
/** More repositories than this are not kept open: a fleet may have thousands. */
const storesKept = 256;
/** Opens each repository once, so that its connection and its login are shared and its traffic is counted whole. */
async function openStores(options) {
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(6537), __webpack_require__.e(1627), __webpack_require__.e(4449)]).then(__webpack_require__.bind(__webpack_require__, 11627));
    const { formatRepository } = await __webpack_require__.e(/* import() */ 3940).then(__webpack_require__.bind(__webpack_require__, 23940));
    const stores = new Map();
    const counted = [];
    return {
        open(reference) {
            const name = formatRepository(reference);
            const store = stores.get(name) ?? openStore(reference, options);
            if (!stores.has(name))
                counted.push(store.traffic);
            stores.delete(name);
            stores.set(name, store);
            const [longestUnused] = stores.keys();
            if (stores.size > storesKept && longestUnused !== undefined)
                stores.delete(longestUnused);
            return store;
        },
        traffic() {
            const sum = (field) => counted.reduce((total, traffic) => total + traffic[field], 0);
            return { requests: sum('requests'), 'bytes-sent': sum('bytesSent') };
        },
    };
}


/***/ })

};
