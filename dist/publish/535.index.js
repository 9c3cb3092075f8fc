export const id = 535;
export const ids = [535,501];
export const modules = {

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   isDigest: () => (/* binding */ isDigest),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* unused harmony exports parseDigest, shortDigest */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);


const pattern = /^sha256:[a-f0-9]{64}$/;
function isDigest(text) {
    return pattern.test(text);
}
/**
 * @throws IngotError `invalid-reference` when `text` is not a sha256 digest
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests
 */
function parseDigest(text) {
    if (isDigest(text))
        return text;
    throw new IngotError('invalid-reference', `${JSON.stringify(text)} is not a digest`, {
        advice: 'A digest is written sha256: followed by 64 lower-case hex digits',
    });
}
function digestOf(bytes) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}`;
}
/** The 64 hex digits alone: names files in a layout and in the ledger. */
function hexOf(digest) {
    return digest.slice('sha256:'.length);
}
/** Twelve hex digits, for people. */
function shortDigest(digest) {
    return hexOf(digest).slice(0, 12);
}


/***/ }),

/***/ 7535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pr: () => (/* binding */ encodeJson),
  Bq: () => (/* binding */ formatPlatform),
  ns: () => (/* binding */ maximumManifestBytes),
  FB: () => (/* binding */ parseImageConfig),
  parseIndex: () => (/* binding */ parseIndex),
  Ng: () => (/* binding */ parseManifest),
  _S: () => (/* binding */ parseReferrers)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/digest.js
var digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/oci/repeated-key.js
/**
 * The first key that an object has twice; undefined when there is none. Readers disagree about which of the two counts, so
 * one document under one digest would mean different images to different tools.
 *
 * @param json text that `JSON.parse` has accepted
 * @see https://www.rfc-editor.org/rfc/rfc8259.html#section-4
 */
function repeatedKey(json) {
    const open = [];
    for (let at = 0; at < json.length; at += 1) {
        const character = json[at];
        if (character === '{')
            open.push(new Set());
        else if (character === '[')
            open.push(undefined);
        else if (character === '}' || character === ']')
            open.pop();
        else if (character === '"') {
            const end = endOfString(json, at);
            if (isKey(json, end)) {
                const key = JSON.parse(json.slice(at, end));
                const keys = open.at(-1);
                if (keys?.has(key))
                    return key;
                keys?.add(key);
            }
            at = end - 1;
        }
    }
    return undefined;
}
/** Behind the closing quote. */
function endOfString(json, start) {
    for (let at = start + 1; at < json.length; at += 1) {
        if (json[at] === '\\')
            at += 1;
        else if (json[at] === '"')
            return at + 1;
    }
    return json.length;
}
function isKey(json, end) {
    let at = end;
    while (' \t\r\n'.includes(json[at] ?? 'x'))
        at += 1;
    return json[at] === ':';
}

// EXTERNAL MODULE: ./lib/oci/schema.js
var schema = __webpack_require__(5382);
;// CONCATENATED MODULE: ./lib/oci/manifest.js




const manifest_digest = schema/* custom */.IeY((value) => typeof value === 'string' && (0,digest.isDigest)(value), 'is not a sha256 digest');
const size = schema/* int */.Whr().check(schema/* nonnegative */.ZnW());
const annotations = schema/* record */.g1P(schema/* string */.YjP(), schema/* string */.YjP());
const platform = schema/* looseObject */._H3({
    architecture: schema/* string */.YjP(),
    os: schema/* string */.YjP(),
    variant: schema/* optional */.lqM(schema/* string */.YjP()),
    'os.version': schema/* optional */.lqM(schema/* string */.YjP()),
});
const descriptor = schema/* looseObject */._H3({
    mediaType: schema/* string */.YjP(),
    digest: manifest_digest,
    size,
    annotations: schema/* optional */.lqM(annotations),
    artifactType: schema/* optional */.lqM(schema/* string */.YjP()),
    platform: schema/* optional */.lqM(platform),
});
const manifest = schema/* looseObject */._H3({
    schemaVersion: schema/* literal */.euz(2),
    mediaType: schema/* optional */.lqM(schema/* string */.YjP()),
    artifactType: schema/* optional */.lqM(schema/* string */.YjP()),
    config: descriptor,
    layers: schema/* array */.YOg(descriptor),
    subject: schema/* optional */.lqM(descriptor),
    annotations: schema/* optional */.lqM(annotations),
});
const index = schema/* looseObject */._H3({
    schemaVersion: schema/* literal */.euz(2),
    mediaType: schema/* optional */.lqM(schema/* string */.YjP()),
    artifactType: schema/* optional */.lqM(schema/* string */.YjP()),
    manifests: schema/* array */.YOg(descriptor),
    subject: schema/* optional */.lqM(descriptor),
    annotations: schema/* optional */.lqM(annotations),
});
const imageConfig = schema/* looseObject */._H3({
    architecture: schema/* string */.YjP(),
    os: schema/* string */.YjP(),
    variant: schema/* optional */.lqM(schema/* string */.YjP()),
    created: schema/* optional */.lqM(schema/* string */.YjP()),
    config: schema/* nullish */.cl6(schema/* looseObject */._H3({
        User: schema/* nullish */.cl6(schema/* string */.YjP()),
        Env: schema/* nullish */.cl6(schema/* array */.YOg(schema/* string */.YjP())),
        Entrypoint: schema/* nullish */.cl6(schema/* array */.YOg(schema/* string */.YjP())),
        Cmd: schema/* nullish */.cl6(schema/* array */.YOg(schema/* string */.YjP())),
        WorkingDir: schema/* nullish */.cl6(schema/* string */.YjP()),
        ExposedPorts: schema/* nullish */.cl6(schema/* record */.g1P(schema/* string */.YjP(), schema/* unknown */.L5J())),
        Labels: schema/* nullish */.cl6(schema/* record */.g1P(schema/* string */.YjP(), schema/* string */.YjP())),
        StopSignal: schema/* nullish */.cl6(schema/* string */.YjP()),
    })),
    rootfs: schema/* looseObject */._H3({ type: schema/* literal */.euz('layers'), diff_ids: schema/* array */.YOg(manifest_digest) }),
    history: schema/* nullish */.cl6(schema/* array */.YOg(schema/* looseObject */._H3({
        created: schema/* optional */.lqM(schema/* string */.YjP()),
        created_by: schema/* optional */.lqM(schema/* string */.YjP()),
        comment: schema/* optional */.lqM(schema/* string */.YjP()),
        empty_layer: schema/* optional */.lqM(schema/* boolean */.zMY()),
    }))),
});
/** Manifests larger than this are refused: the limit that registries enforce. */
const maximumManifestBytes = 4 * 1024 * 1024; // 4 MiB
const parseManifest = parser(manifest, 'image manifest', ['manifests']);
const parseIndex = parser(index, 'image index', ['config', 'layers']);
/** An index as the referrers API answers: of an empty one some registries write `null`. */
const parseReferrers = parser(schema/* pipe */.FsL(schema/* extend */.X$i(index, { manifests: schema/* nullish */.cl6(schema/* array */.YOg(descriptor)) }), schema/* transform */.pdi((list) => ({ ...list, manifests: list.manifests ?? [] }))), 'list of referrers');
const parseImageConfig = parser(imageConfig, 'image config');
/** The bytes that are hashed and stored: compact JSON, keys in the order given, so that the same value has the same digest. */
function encodeJson(value) {
    return Buffer.from(JSON.stringify(value));
}
/** `linux/amd64`, `linux/arm64/v8`. */
function formatPlatform(value) {
    return [value.os, value.architecture, value.variant].filter(Boolean).join('/');
}
/** @param foreign keys of the other kind: a document that is both means one image to some tools and another to the rest */
function parser(schema, what, foreign = []) {
    /** @throws IngotError `unreadable`, naming the first field that is wrong */
    return (bytes, from) => {
        const fail = (why) => new errors/* IngotError */.se('unreadable', `The ${what} of ${from} is malformed: ${why}`);
        const text = Buffer.from(bytes).toString('utf8');
        let value;
        try {
            value = JSON.parse(text);
        }
        catch {
            throw fail('it is not JSON');
        }
        const repeated = repeatedKey(text);
        if (repeated !== undefined)
            throw fail(`${JSON.stringify(repeated.slice(0, 80))} is in it twice, which is ambiguous`);
        const parsed = schema.safeParse(value);
        const ambiguous = parsed.success ? foreign.find((key) => key in parsed.data) : undefined;
        if (ambiguous !== undefined)
            throw fail(`${ambiguous} belongs to another kind, so it is ambiguous`);
        if (parsed.success)
            return parsed.data;
        const issue = parsed.error.issues[0];
        throw fail(`${issue?.path.join('.') || 'the document'}: ${issue?.message}`);
    };
}


/***/ }),

/***/ 5382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BpQ: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.BpQ),
/* harmony export */   Bw9: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.Bw9),
/* harmony export */   FsL: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.FsL),
/* harmony export */   IeY: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.IeY),
/* harmony export */   Ikc: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.Ikc),
/* harmony export */   K39: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.K39),
/* harmony export */   L5J: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.L5J),
/* harmony export */   Ru6: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.Ru6),
/* harmony export */   Whr: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.Whr),
/* harmony export */   X$i: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.X$i),
/* harmony export */   YOg: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.YOg),
/* harmony export */   YPB: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.YPB),
/* harmony export */   YjP: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.YjP),
/* harmony export */   ZnW: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.ZnW),
/* harmony export */   _H3: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__._H3),
/* harmony export */   aig: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.aig),
/* harmony export */   cl6: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.cl6),
/* harmony export */   euz: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.euz),
/* harmony export */   g1P: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.g1P),
/* harmony export */   k5n: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.k5n),
/* harmony export */   lqM: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.lqM),
/* harmony export */   pdi: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.pdi),
/* harmony export */   zMY: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.zMY)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8532);
/* harmony import */ var zod_v4_locales_en_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(252);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5277);


// It has no words of its own for what is wrong.
(0,zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .config */ .$W)((0,zod_v4_locales_en_js__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)());
/** The small face of zod, for what every command loads: import it as `* as z`, so that only what is used is bundled. */



/***/ })

};
