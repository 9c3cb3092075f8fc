export const id = 999;
export const ids = [999];
export const modules = {

/***/ 9999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openStores: () => (/* binding */ openStores)
/* harmony export */ });
/** Opens each repository once, so that its connection and its login are shared and its traffic is counted whole. */
async function openStores(options) {
    const { openStore } = await Promise.all(/* import() */[__webpack_require__.e(857), __webpack_require__.e(312)]).then(__webpack_require__.bind(__webpack_require__, 4312));
    const { formatRepository } = await __webpack_require__.e(/* import() */ 940).then(__webpack_require__.bind(__webpack_require__, 3940));
    const stores = new Map();
    return {
        open(reference) {
            const name = formatRepository(reference);
            const store = stores.get(name) ?? openStore(reference, options);
            stores.set(name, store);
            return store;
        },
        traffic() {
            const all = [...stores.values()].map((store) => store.traffic);
            const sum = (field) => all.reduce((total, traffic) => total + traffic[field], 0);
            return { requests: sum('requests'), 'bytes-sent': sum('bytesSent') };
        },
    };
}


/***/ })

};
