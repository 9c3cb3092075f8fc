export const id = 9617;
export const ids = [9617];
export const modules = {

/***/ 9617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refuseBase: () => (/* binding */ refuseBase),
/* harmony export */   refuseBases: () => (/* binding */ refuseBases)
/* harmony export */ });
/**
 * Asks the organisation policy about a base, with `sign` checking its signature. Nothing when there is no policy to ask.
 *
 * @returns the refusal, as one message for people; undefined when the base may be used
 */
async function refuseBase(policy, base, job) {
    if (policy === undefined)
        return undefined;
    const { checkBase } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(71), __webpack_require__.e(1077)]).then(__webpack_require__.bind(__webpack_require__, 1077));
    const decision = await checkBase({
        base,
        policy,
        verifySignature: async (image, keyPem) => {
            const { loadVerifier, verifyImage } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(1168), __webpack_require__.e(7788), __webpack_require__.e(1050)]).then(__webpack_require__.bind(__webpack_require__, 5407));
            const verifiers = [await loadVerifier(keyPem)];
            const { store, digest } = image;
            const required = { require: ['signature'], signal: job.signal };
            const { verdict, explanation } = await verifyImage({ store, digest, verifiers, ...required });
            return { ok: verdict === 'pass', why: explanation };
        },
    });
    if (!decision.approved)
        return `${decision.why}. ${decision.advice}`;
    const name = base === 'scratch' ? base : `${base.store.repository}@${base.digest}`;
    job.log(`base ${name} is approved: ${decision.why}`);
    return undefined;
}
/**
 * Asks the policy in `file` about everything that an image will be built on, each digest once; about `scratch` when it is
 * nothing.
 *
 * @returns the first refusal; undefined when all may be used, or when there is no policy
 */
async function refuseBases(file, bases, job) {
    if (file === undefined)
        return undefined;
    const { loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(3798), __webpack_require__.e(3867), __webpack_require__.e(2714)]).then(__webpack_require__.bind(__webpack_require__, 2714));
    const policy = await loadPolicy(file);
    const distinct = [...new Map(bases.map((base) => [`${base.store.repository}@${base.digest}`, base])).values()];
    for (const base of distinct.length === 0 ? ['scratch'] : distinct) {
        const refusal = await refuseBase(policy, base, job);
        if (refusal !== undefined)
            return refusal;
    }
    return undefined;
}


/***/ })

};
