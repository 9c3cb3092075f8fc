export const id = 8825;
export const ids = [8825];
export const modules = {

/***/ 88825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   askOsv: () => (/* binding */ askOsv)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96723);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _advisory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7374);



/** What OSV takes in one request. */
const queriesAtOnce = 1000;
const detailsAtOnce = 8;
const maximumAnswerBytes = 64 * 1024 * 1024; // 64 MiB
const maximumAdvisories = 50_000;
const maximumPages = 100;
const token = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish();
const answer = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    results: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
        vulns: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[A-Za-z0-9][\w.:-]{0,199}$/) })).nullish(),
        next_page_token: token,
    })
        .nullable()),
});
/**
 * Asks OSV for the advisories that may affect these packages. What it answers is matched again like a snapshot, so that one
 * rule decides.
 *
 * @throws IngotError `unreachable`, `timed-out`, `unreadable`, `size-exceeded`
 * @see https://google.github.io/osv.dev/api/ (v1: querybatch, vulns)
 */
async function askOsv(packages, options) {
    const ids = await findIds(queriesFor(packages), options);
    const advisories = [];
    for (let start = 0; start < ids.length; start += detailsAtOnce) {
        const group = ids.slice(start, start + detailsAtOnce);
        advisories.push(...(await Promise.all(group.map((id) => readOne(id, options)))));
        options.progress?.(advisories.length);
    }
    const database = { uri: options.url.href, updatedAt: options.now.toISOString(), advisories: advisories.length };
    return { advisories, database };
}
/** One question for each distinct source and version. */
function queriesFor(packages) {
    const distinct = new Map();
    for (const { ecosystem, source, matched } of packages) {
        const query = { package: { ecosystem, name: source.name }, version: source.version };
        if (matched)
            distinct.set(JSON.stringify(query), query);
    }
    return [...distinct.values()];
}
async function findIds(queries, options) {
    const ids = new Set();
    let open = queries;
    for (let page = 0; open.length > 0; page++) {
        if (page >= maximumPages)
            throw tooMany(options, `more than ${maximumPages} pages`);
        const further = [];
        for (let start = 0; start < open.length; start += queriesAtOnce) {
            const batch = open.slice(start, start + queriesAtOnce);
            const results = await askBatch(batch, options);
            for (const [position, result] of results.entries()) {
                for (const { id } of result?.vulns ?? [])
                    ids.add(id);
                const next = result?.next_page_token;
                if (next)
                    further.push({ ...batch[position], page_token: next });
            }
            if (ids.size > maximumAdvisories)
                throw tooMany(options, `more than ${maximumAdvisories} advisories`);
        }
        open = further;
    }
    return [...ids].sort();
}
async function askBatch(queries, options) {
    const url = addressOf(options.url, 'v1/querybatch');
    const body = Buffer.from(JSON.stringify({ queries }));
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const bytes = await send({ method: 'POST', url, headers, body, idempotent: true }, maximumAnswerBytes, options);
    const { results } = (0,_advisory_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(answer, bytes, `The answer of ${url.host}`);
    if (results.length === queries.length)
        return results;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('unreadable', `${url.host} answered ${results.length} of ${queries.length} questions`);
}
async function readOne(id, options) {
    const url = addressOf(options.url, `v1/vulns/${encodeURIComponent(id)}`);
    const headers = { accept: 'application/json' };
    const bytes = await send({ method: 'GET', url, headers }, _advisory_js__WEBPACK_IMPORTED_MODULE_1__/* .maximumAdvisoryBytes */ .ff, options);
    return (0,_advisory_js__WEBPACK_IMPORTED_MODULE_1__/* .parseAdvisory */ .rc)(bytes, `${id} of ${url.host}`);
}
async function send(request, maximumBytes, { http, signal }) {
    try {
        return await http.exchange({ ...request, ...(signal && { signal }) }, async (found) => {
            if (found.status === 200)
                return found.bytes(maximumBytes);
            found.discard();
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('unreachable', `${request.url.host} answered ${found.status} to ${request.url.pathname}`);
        });
    }
    catch (error) {
        const isOut = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se && (error.reason === 'unreachable' || error.reason === 'timed-out');
        if (!isOut)
            throw error;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se(error.reason, `Cannot ask OSV for advisories: ${error.message}`, {
            advice: 'Without advisories nothing is scanned. Give --advisories the directory of an OSV snapshot to scan offline',
            cause: error,
        });
    }
}
/** Below the base, whether or not that ends in a slash. */
function addressOf(base, path) {
    return new URL(path, base.href.endsWith('/') ? base : `${base.href}/`);
}
function tooMany({ url }, claim) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('size-exceeded', `${url.host} answered with ${claim}: nothing more was read`);
}


/***/ })

};
