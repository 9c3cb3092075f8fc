export const id = 9617;
export const ids = [9617];
export const modules = {

/***/ 89617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   candidatesOf: () => (/* binding */ candidatesOf),
/* harmony export */   refuseBases: () => (/* binding */ refuseBases)
/* harmony export */ });
/**
 * Asks the organisation policy in `file` about everything that an image will be built on, each image once; about `scratch`
 * when it is nothing.
 *
 * @returns the first refusal; undefined when all may be used, or when there is no policy
 */
async function refuseBases(file, bases, job) {
    if (file === undefined)
        return undefined;
    const { checkBase } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    const { loadPolicy } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(6723), __webpack_require__.e(8815), __webpack_require__.e(2714)]).then(__webpack_require__.bind(__webpack_require__, 42714));
    const policy = await toBasePolicy(await loadPolicy(file));
    const verifySignature = signatureVerifier(job);
    const distinct = new Map(bases.map((base) => [`${base.store.repository}@${base.digest} ${base.manifestDigest}`, base]));
    // What a build only reads is no base: the image still starts from nothing.
    const fromScratch = bases.some(({ use }) => use !== 'read') ? [] : ['scratch'];
    for (const base of [...fromScratch, ...distinct.values()]) {
        const decision = await checkBase({ base, policy, now: new Date(), verifySignature });
        if (!decision.approved)
            return { rule: decision.rule, message: `${decision.why}. ${decision.advice}` };
        const name = base === 'scratch' ? base : `${base.store.repository}@${base.digest}`;
        job.log(`base ${name} is approved: ${decision.why}`);
    }
    return undefined;
}
/** What a rebase onto `base` would build on: of an index, the manifest of each platform that is asked for. */
async function candidatesOf(base, platforms) {
    const { createdOf } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(6723), __webpack_require__.e(366), __webpack_require__.e(7497), __webpack_require__.e(736)]).then(__webpack_require__.bind(__webpack_require__, 736));
    const { servesPlatform } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(366)]).then(__webpack_require__.bind(__webpack_require__, 10366));
    const { store, reference, digest, manifestDigest } = base;
    const created = createdOf(base);
    const manifests = (base.index?.manifests ?? []).filter(({ platform }) => platform !== undefined && platforms.some((wanted) => servesPlatform(platform, wanted)));
    const digests = manifests.length === 0 ? [manifestDigest] : manifests.map((manifest) => manifest.digest);
    return digests.map((one) => ({ store, reference, digest, manifestDigest: one, created }));
}
async function toBasePolicy({ bases, revoked, maximumAgeMilliseconds }) {
    const { parseDigest } = await __webpack_require__.e(/* import() */ 1882).then(__webpack_require__.bind(__webpack_require__, 9501));
    return {
        maximumAgeMilliseconds,
        bases: bases.map(({ key, digest, ...entry }) => ({
            ...entry,
            digest: digest === undefined ? undefined : parseDigest(digest),
            signer: key === undefined ? undefined : { kind: 'key', pem: key },
        })),
        revoked: revoked.map((entry) => ({ ...entry, digest: parseDigest(entry.digest) })),
    };
}
/** Looks for a signature on the digest that a base's reference names: once, however many platforms of it are used. */
function signatureVerifier(job) {
    const answers = new Map();
    return (image, signer) => {
        const key = `${image.store.repository}@${image.digest} ${signer.pem}`;
        const answer = answers.get(key) ?? verify(image, signer.pem, job);
        answers.set(key, answer);
        return answer;
    };
}
async function verify({ store, digest }, keyPem, job) {
    const { loadVerifier, verifyImage } = await Promise.all(/* import() */[__webpack_require__.e(1837), __webpack_require__.e(5277), __webpack_require__.e(1168), __webpack_require__.e(7788), __webpack_require__.e(6830)]).then(__webpack_require__.bind(__webpack_require__, 7788));
    const verifiers = [await loadVerifier(keyPem)];
    const required = { require: ['signature'], signal: job.signal };
    const { verdict, explanation } = await verifyImage({ store, digest, verifiers, ...required });
    return { ok: verdict === 'pass', why: explanation };
}


/***/ })

};
