export const id = 999;
export const ids = [999];
export const modules = {

/***/ 9999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openStores: () => (/* binding */ openStores)
/* harmony export */ });
/** More repositories than this are not kept open: a fleet may have thousands. */
const storesKept = 256;
/** Opens each repository once, so that its connection and its login are shared and its traffic is counted whole. */
async function openStores(options) {
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(941)]).then(__webpack_require__.bind(__webpack_require__, 7941));
    const { formatRepository } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
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
