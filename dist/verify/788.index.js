export const id = 788;
export const ids = [788,940];
export const modules = {

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* unused harmony export parseDigest */
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
  A1: () => (/* binding */ parseIndex),
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




const manifest_digest = schema/* custom */.IeY((value) => typeof value === 'string' && (0,digest/* isDigest */.Bc)(value), 'is not a sha256 digest');
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

/***/ 261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Ib: () => (/* binding */ mediaTypes),
/* harmony export */   gp: () => (/* binding */ indexTypes),
/* harmony export */   ic: () => (/* binding */ annotationKeys)
/* harmony export */ });
/* unused harmony export rebasableLabels */
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/media-types.md */
const mediaTypes = {
    index: 'application/vnd.oci.image.index.v1+json',
    manifest: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    empty: 'application/vnd.oci.empty.v1+json',
    layerTar: 'application/vnd.oci.image.layer.v1.tar',
    layerGzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
    layerZstd: 'application/vnd.oci.image.layer.v1.tar+zstd',
    dockerManifest: 'application/vnd.docker.distribution.manifest.v2+json',
    dockerList: 'application/vnd.docker.distribution.manifest.list.v2+json',
    dockerConfig: 'application/vnd.docker.container.image.v1+json',
    dockerLayer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
    sigstoreBundle: 'application/vnd.dev.sigstore.bundle.v0.3+json',
};
const indexTypes = [mediaTypes.index, mediaTypes.dockerList];
const manifestTypes = [mediaTypes.manifest, mediaTypes.dockerManifest];
/** @see https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md */
const annotationKeys = {
    /** `sha256:…,SIZE` of the base's config: lets a rebase ask for it a round trip earlier. A hint: the base's manifest decides. */
    baseConfig: 'dev.ingot.base.config',
    baseName: 'org.opencontainers.image.base.name',
    baseDigest: 'org.opencontainers.image.base.digest',
    created: 'org.opencontainers.image.created',
    refName: 'org.opencontainers.image.ref.name',
    revision: 'org.opencontainers.image.revision',
    source: 'org.opencontainers.image.source',
    title: 'org.opencontainers.image.title',
    version: 'org.opencontainers.image.version',
};
/** An image may be rebased when its config carries this label; images made by Cloud Native Buildpacks carry the other. */
const rebasableLabels = (/* unused pure expression or super */ null && (['dev.ingot.rebasable', 'io.buildpacks.rebasable']));


/***/ }),

/***/ 3940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   formatReference: () => (/* binding */ formatReference),
/* harmony export */   formatRepository: () => (/* binding */ formatRepository),
/* harmony export */   isTag: () => (/* binding */ isTag),
/* harmony export */   parseReference: () => (/* binding */ parseReference),
/* harmony export */   pinned: () => (/* binding */ pinned),
/* harmony export */   tagged: () => (/* binding */ tagged)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9501);


const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const pathPattern = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;
const hostPattern = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9a-fA-F:]+\])(?::\d{1,5})?$/;
function isTag(text) {
    return tagPattern.test(text);
}
/**
 * Docker Hub's short forms are understood: `debian` means `docker.io/library/debian`. No tag and no digest means no
 * tag: a `latest` is never made up.
 *
 * @throws IngotError `invalid-reference`
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
 */
function parseReference(text) {
    const at = text.lastIndexOf('@');
    const digestText = at < 0 ? undefined : text.slice(at + 1);
    if (digestText !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .isDigest */ .Bc)(digestText))
        throw malformed(text, `${digestText || 'nothing'} is not a digest`);
    const { name, tag } = splitTag(at < 0 ? text : text.slice(0, at));
    if (tag !== undefined && !tagPattern.test(tag))
        throw malformed(text, `${JSON.stringify(tag)} is not a tag`);
    const label = { ...(tag !== undefined && { tag }), ...(digestText !== undefined && { digest: digestText }) };
    if (name.startsWith('oci:')) {
        const directory = name.slice('oci:'.length);
        if (directory === '' || directory.includes('\0'))
            throw malformed(text, 'the directory of the layout is missing');
        return { kind: 'layout', directory, ...label };
    }
    const { host, path } = splitHost(name);
    if (!isHost(host))
        throw malformed(text, `${JSON.stringify(host)} is not a registry host`);
    if (!pathPattern.test(path))
        throw malformed(text, `${JSON.stringify(path)} is not a repository path (lower case only)`);
    return { kind: 'registry', host, path, ...label };
}
/** The repository without tag or digest, as `parseReference` reads it. */
function formatRepository(reference) {
    return reference.kind === 'layout' ? `oci:${reference.directory}` : `${reference.host}/${reference.path}`;
}
function formatReference(reference) {
    const tag = reference.tag === undefined ? '' : `:${reference.tag}`;
    const digest = reference.digest === undefined ? '' : `@${reference.digest}`;
    return `${formatRepository(reference)}${tag}${digest}`;
}
/** The same repository, named by digest alone: what every record and every deployment holds. */
function pinned(reference, digest) {
    const { tag: _, ...rest } = reference;
    return { ...rest, digest };
}
function tagged(reference, tag) {
    if (!tagPattern.test(tag))
        throw malformed(tag, `${JSON.stringify(tag)} is not a tag`);
    const { digest: _, ...rest } = reference;
    return { ...rest, tag };
}
/** Splits at the last colon that has no slash behind it, and that is not the colon of `oci:`. */
function splitTag(text) {
    const colon = text.lastIndexOf(':');
    const isLabel = colon >= 0 && !text.slice(colon).includes('/') && text.slice(0, colon) !== 'oci';
    return isLabel ? { name: text.slice(0, colon), tag: text.slice(colon + 1) } : { name: text };
}
function splitHost(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    const isHost = first.includes('.') || first.includes(':') || first === 'localhost';
    if (isHost)
        return { host: first, path: name.slice(slash + 1) };
    return { host: 'docker.io', path: slash < 0 ? `library/${name}` : name };
}
/** A name that an address can hold, and that means itself there: `0x7f.1` would lead to 127.0.0.1. */
function isHost(host) {
    if (!hostPattern.test(host) || !URL.canParse(`http://${host}/`))
        return false;
    const { hostname } = new URL(`http://${host}/`);
    return hostname.startsWith('[') || hostname === host.replace(/:\d+$/, '').toLowerCase();
}
function malformed(text, why) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-reference', `Cannot read the image reference ${JSON.stringify(text)}: ${why}`, {
        advice: 'Write registry/repository:tag, registry/repository@sha256:…, oci:DIR:NAME or oci:DIR@sha256:…',
    });
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



/***/ }),

/***/ 7788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  attest: () => (/* reexport */ attest),
  evidenceVerdict: () => (/* reexport */ evidenceVerdict),
  generateKeyPair: () => (/* reexport */ generateKeyPair),
  loadSigner: () => (/* reexport */ loadSigner),
  loadVerifier: () => (/* reexport */ loadVerifier),
  maximumBundleBytes: () => (/* reexport */ maximumBundleBytes),
  parsePredicate: () => (/* reexport */ parsePredicate),
  predicateName: () => (/* reexport */ predicateName),
  predicateType: () => (/* reexport */ predicateType),
  predicateTypes: () => (/* reexport */ predicateTypes),
  readPredicates: () => (/* reexport */ readPredicates),
  resolveDigest: () => (/* reexport */ resolveDigest),
  verifyImage: () => (/* reexport */ verifyImage)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/manifest.js + 1 modules
var oci_manifest = __webpack_require__(7535);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./node_modules/@sigstore/bundle/dist/index.js
var dist = __webpack_require__(1040);
// EXTERNAL MODULE: ./node_modules/@sigstore/core/dist/index.js
var core_dist = __webpack_require__(3917);
// EXTERNAL MODULE: ./node_modules/@sigstore/verify/dist/index.js
var verify_dist = __webpack_require__(4187);
// EXTERNAL MODULE: ./lib/oci/schema.js
var schema = __webpack_require__(5382);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/sign/statement.js



const payloadType = 'application/vnd.in-toto+json';
const statementType = 'https://in-toto.io/Statement/v1';
/** cosign writes v0.1 for some of its attestations; both say the same with the same fields. */
const readableTypes = [statementType, 'https://in-toto.io/Statement/v0.1'];
const statement = schema/* object */.Ikc({
    _type: schema/* string */.YjP().check(schema/* refine */.YPB((type) => readableTypes.includes(type), 'is not an in-toto statement type')),
    subject: schema/* array */.YOg(schema/* looseObject */._H3({ name: schema/* optional */.lqM(schema/* string */.YjP()), digest: schema/* record */.g1P(schema/* string */.YjP(), schema/* string */.YjP()) }))
        .check(schema/* minLength */.BpQ(1), schema/* maxLength */.Ru6(1024)),
    predicateType: schema/* string */.YjP().check(schema/* minLength */.BpQ(1)),
    predicate: schema/* pipe */.FsL(schema/* nullish */.cl6(schema/* record */.g1P(schema/* string */.YjP(), schema/* unknown */.L5J())), schema/* transform */.pdi((predicate) => predicate ?? {})),
});
/**
 * The bytes of a statement about one digest. Equal arguments give equal bytes.
 *
 * @param repository names the subject for people; of a layout only the folder's own name, since paths of a machine are nobody's business
 */
function encodeStatement(repository, digest, type, predicate) {
    const name = repository.startsWith('oci:') ? (0,external_node_path_.basename)(repository.slice('oci:'.length)) : repository;
    return Buffer.from(JSON.stringify({
        _type: statementType,
        subject: [{ name, digest: { sha256: (0,oci_digest/* hexOf */.ZD)(digest) } }],
        predicateType: type,
        predicate,
    }));
}
/** The statement, or why it is none. */
function readStatement(payload) {
    let value;
    try {
        value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    }
    catch {
        return { why: 'its payload is not JSON' };
    }
    const parsed = statement.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    return {
        why: `its payload is not an in-toto statement: ${issue?.path.join('.') || 'the document'}: ${issue?.message}`,
    };
}
function isAbout(value, digest) {
    return value.subject.some((subject) => subject.digest.sha256 === (0,oci_digest/* hexOf */.ZD)(digest));
}

;// CONCATENATED MODULE: ./lib/sign/bundle.js





/** An SBOM of a large image takes a few MiB; what is larger is refused before it is read. */
const maximumBundleBytes = 32 * 1024 * 1024; // 32 MiB
/**
 * Signs a statement into a sigstore bundle v0.3: a DSSE envelope, and the key's hint as verification material.
 *
 * @see https://github.com/secure-systems-lab/dsse/blob/v1.0.2/protocol.md
 * @see https://github.com/sigstore/protobuf-specs/blob/v0.5.0/protos/sigstore_bundle.proto
 */
function signBundle(statement, signer) {
    const signature = signer.sign(core_dist.dsse.preAuthEncoding(payloadType, statement));
    const bundle = (0,dist/* toDSSEBundle */.PR)({ artifact: statement, artifactType: payloadType, signature, keyHint: signer.hint });
    // The library repeats the hint as the signature's keyid; cosign takes a keyid for one of its own and finds no such key.
    for (const one of bundle.content.dsseEnvelope.signatures)
        one.keyid = '';
    return Buffer.from(JSON.stringify((0,dist/* bundleToJSON */.ev)(bundle)));
}
/** The fields that are relied upon, before the library reads the rest: its reader takes what is missing for empty. */
const envelope = schema/* looseObject */._H3({
    mediaType: schema/* string */.YjP(),
    verificationMaterial: schema/* looseObject */._H3({}),
    dsseEnvelope: schema/* looseObject */._H3({
        payload: schema/* base64 */.K39(),
        payloadType: schema/* string */.YjP(),
        signatures: schema/* array */.YOg(schema/* looseObject */._H3({ sig: schema/* base64 */.K39() })).check(schema/* length */.Bw9(1)),
    }),
});
/**
 * Checks everything about a bundle that can be checked: form, payload type, signature by one of `verifiers`, statement,
 * subject. What comes back says nothing yet about the predicate type: the caller pins it.
 *
 * @returns the statement, or why the bundle does not count
 */
function openBundle(bytes, digest, verifiers) {
    const bundle = parseBundle(bytes);
    if ('why' in bundle)
        return bundle;
    const { dsseEnvelope } = bundle.content;
    if (dsseEnvelope.payloadType !== payloadType)
        return { why: `its payload has the type ${JSON.stringify(dsseEnvelope.payloadType)}, not ${payloadType}` };
    const entity = (0,verify_dist/* toSignedEntity */.DC)(bundle);
    const verifier = verifiers.find((candidate) => isSignedBy(entity, candidate));
    if (verifier === undefined)
        return { why: `its signature is not by ${describe(verifiers)}` };
    const statement = readStatement(dsseEnvelope.payload);
    if ('why' in statement)
        return { why: statement.why };
    if (!isAbout(statement, digest))
        return { why: `it is signed for another digest than ${digest}` };
    return { ...statement, verifier };
}
function parseBundle(bytes) {
    let value;
    try {
        value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        return { why: 'it is not JSON' };
    }
    const parsed = envelope.safeParse(value);
    if (!parsed.success) {
        const issue = parsed.error.issues[0];
        return { why: `it is not a DSSE bundle: ${issue?.path.join('.') || 'the document'}: ${issue?.message}` };
    }
    try {
        const bundle = (0,dist/* bundleFromJSON */.vw)(parsed.data);
        if (!(0,dist/* isBundleWithDsseEnvelope */.Km)(bundle))
            return { why: 'it holds no DSSE envelope' };
        if (!(0,dist/* isBundleWithPublicKey */.DQ)(bundle))
            return { why: 'it is signed with a certificate, and a key is what is asked for' };
        return bundle;
    }
    catch (error) {
        return { why: `it is not a sigstore bundle: ${error.message}` };
    }
}
/**
 * The key alone decides: the hint in the bundle is the writer's word, so it selects nothing. Entries of a transparency
 * log are neither needed nor judged with a long-lived key, for there is no trusted root to judge them by.
 */
function isSignedBy(entity, { publicKey }) {
    const trust = (0,verify_dist/* toTrustMaterial */.jO)(noAuthorities, () => ({ publicKey, validFor: () => true }));
    const verifier = new verify_dist/* Verifier */.BL(trust, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 0 });
    try {
        verifier.verify({ ...entity, tlogEntries: [], timestamps: [] });
        return true;
    }
    catch {
        return false;
    }
}
const noAuthorities = {
    mediaType: '',
    certificateAuthorities: [],
    timestampAuthorities: [],
    tlogs: [],
    ctlogs: [],
};
function describe(verifiers) {
    const names = verifiers.map(({ fingerprint }) => fingerprint.slice(0, 12));
    const any = names.length === 1 ? `key ${names[0]}` : `any of the keys ${names.join(', ') || '(none given)'}`;
    const hasEd25519 = verifiers.some(({ publicKey }) => publicKey.asymmetricKeyType === 'ed25519');
    return hasEd25519 ? `${any} (cosign 3 signs Ed25519ph with an Ed25519 key, which is not read here)` : any;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./lib/sign/predicates.js



/**
 * What an attestation can say about a digest: short name → predicate type.
 *
 * @see https://github.com/in-toto/attestation/tree/v1.1.0/spec/predicates
 */
const predicateTypes = {
    signature: 'https://sigstore.dev/cosign/sign/v1',
    provenance: 'https://slsa.dev/provenance/v1',
    sbom: 'https://cyclonedx.org/bom',
    vulns: 'https://in-toto.io/attestation/vulns/v0.2',
    'test-result': 'https://in-toto.io/attestation/test-result/v0.1',
};
const uri = /^[a-z][a-z0-9+.-]*:[^\s,]+$/i;
/**
 * The predicate type that a short name or a URI means.
 *
 * @throws IngotError `invalid-input`
 */
function predicateType(nameOrUri) {
    if (Object.hasOwn(predicateTypes, nameOrUri))
        return predicateTypes[nameOrUri];
    if (uri.test(nameOrUri))
        return nameOrUri;
    throw new errors/* IngotError */.se('invalid-input', `${JSON.stringify(nameOrUri)} is not a predicate type`, {
        advice: `Write one of ${Object.keys(predicateTypes).join(', ')}, or a URI`,
    });
}
/** The short name of a predicate type, or the URI itself where there is none. */
function predicateName(type) {
    return Object.entries(predicateTypes).find(([, known]) => known === type)?.[0] ?? type;
}
const object = schema/* record */.g1P(schema/* string */.YjP(), schema/* unknown */.L5J());
/** Just enough of each specification to notice a predicate that is given under the wrong type. */
const shapes = {
    [predicateTypes.provenance]: schema/* looseObject */._H3({
        buildDefinition: schema/* looseObject */._H3({ buildType: schema/* string */.YjP(), externalParameters: object }),
        runDetails: schema/* looseObject */._H3({ builder: schema/* looseObject */._H3({ id: schema/* string */.YjP() }) }),
    }),
    [predicateTypes.sbom]: schema/* looseObject */._H3({ bomFormat: schema/* literal */.euz('CycloneDX'), specVersion: schema/* string */.YjP() }),
    [predicateTypes.vulns]: schema/* looseObject */._H3({ scanner: object, metadata: object }),
    [predicateTypes['test-result']]: schema/* looseObject */._H3({ result: schema/* enum */.k5n(['PASSED', 'WARNED', 'FAILED']) }),
};
/**
 * A predicate from outside, checked as far as its type is known here.
 *
 * @throws IngotError `invalid-input`
 */
function parsePredicate(type, value, from) {
    const parsed = (shapes[type] ?? object).safeParse(value);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    throw new errors/* IngotError */.se('invalid-input', `${from} is not a predicate of type ${type}: ${issue?.path.join('.') || 'the document'}: ${issue?.message}`);
}
const maximumPredicateBytes = 24 * 1024 * 1024; // 24 MiB: base64 and the envelope around it stay below what verification reads
/**
 * Predicates from files, each written `TYPE=FILE`.
 *
 * @throws IngotError `invalid-input` with the file that is missing, is not JSON, or is not of its type
 */
async function readPredicates(written) {
    return Promise.all(written.map(async (entry) => {
        const { name, file } = splitEntry(entry);
        const type = predicateType(name);
        return { type, predicate: parsePredicate(type, await readJson(file), file) };
    }));
}
function splitEntry(entry) {
    const equals = entry.indexOf('=');
    if (equals > 0 && equals < entry.length - 1)
        return { name: entry.slice(0, equals), file: entry.slice(equals + 1) };
    throw new errors/* IngotError */.se('invalid-input', `Cannot read the predicate ${JSON.stringify(entry)}: it is not TYPE=FILE`, {
        advice: 'Write for example sbom=sbom.json',
    });
}
async function readJson(file) {
    const fail = (why, cause) => new errors/* IngotError */.se('invalid-input', `Cannot read the predicate ${file}: ${why}`, { cause });
    const { size } = await (0,promises_.stat)(file).catch((cause) => {
        throw fail(cause.message, cause);
    });
    if (size > maximumPredicateBytes)
        throw fail(`it has ${size} bytes, at most ${maximumPredicateBytes} are signed`, undefined);
    try {
        return JSON.parse(await (0,promises_.readFile)(file, 'utf8'));
    }
    catch (cause) {
        throw fail(cause.message, cause);
    }
}

;// CONCATENATED MODULE: ./lib/sign/referrers.js





/** More than this and something is wrong with the registry or with whoever writes there: reading stops, and verification fails closed. */
const maximumReferrers = 512;
/** Of all bundles of one digest together: what a reader spends at most on what strangers have put there. */
const maximumTotalBytes = 4 * maximumBundleBytes;
const atOnce = 8;
/**
 * Opens every sigstore bundle that refers to `digest`, a few at a time, so that only what `open` makes of them is kept.
 * The lists of registries are known to carry wrong artifact types and no annotations, so each manifest itself is asked;
 * other referrers are passed over.
 */
async function openBundles(store, digest, open, signal) {
    const descriptors = await store.referrers(digest, { ...(signal && { signal }) });
    if (descriptors.length > maximumReferrers) {
        throw new errors/* IngotError */.se('size-exceeded', `${store.repository} lists ${descriptors.length} referrers of ${digest}, at most ${maximumReferrers} are read`, {
            advice: 'Remove the referrers that are not yours; attestations are never written twice, so these came from elsewhere',
        });
    }
    const reading = { store, open, budget: { bytes: maximumTotalBytes }, signal };
    const candidates = await inBatches(descriptors, (descriptor) => openReferrer(descriptor, reading));
    return candidates.filter((candidate) => candidate !== undefined);
}
async function openReferrer({ digest, mediaType }, { store, open, budget, signal }) {
    if (!media_types/* manifestTypes */.Fm.includes(mediaType))
        return undefined;
    const reject = (why) => ({ digest, opened: { why } });
    const options = { ...(signal && { signal }) };
    try {
        const stored = await store.readManifest(digest, options);
        if (stored === undefined)
            return reject('it is listed, but its manifest is not there');
        const [layer, ...more] = (0,oci_manifest/* parseManifest */.Ng)(stored.bytes, `${store.repository}@${digest}`).layers;
        if (layer?.mediaType !== media_types/* mediaTypes */.Ib.sigstoreBundle || more.length > 0)
            return undefined;
        if (layer.size > maximumBundleBytes) {
            return reject(`its bundle has ${layer.size} bytes, at most ${maximumBundleBytes} are read`);
        }
        budget.bytes -= layer.size;
        if (budget.bytes < 0)
            return reject(`with it the bundles have more than ${maximumTotalBytes} bytes in all`);
        return { digest, opened: open(await collect(store.readBlob(layer, options), layer.size)) };
    }
    catch (error) {
        if (signal?.aborted || !(error instanceof errors/* IngotError */.se) || !aboutThisOne.includes(error.reason))
            throw error;
        return reject(error.message);
    }
}
/** Failures that condemn one candidate; anything else (unreachable, unauthorized) must not pass for "not signed". */
const aboutThisOne = ['unreadable', 'digest-mismatch', 'size-exceeded', 'not-found'];
async function collect(stream, size) {
    const chunks = [];
    let total = 0;
    for await (const chunk of stream) {
        total += chunk.length;
        if (total > size)
            throw new errors/* IngotError */.se('size-exceeded', `the bundle has more than the ${size} bytes that are declared`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks, total);
}
/**
 * Stores bundles the way cosign does: each an artifact manifest with an empty config, one layer, and the image as its
 * subject. Blobs go up side by side; manifests one after the other, for some registries keep the list of referrers as a
 * document that each write replaces.
 */
async function writeBundles(store, bundles, signal) {
    const options = { ...(signal && { signal }) };
    const layers = bundles.map(({ bytes }) => blob(bytes, media_types/* mediaTypes */.Ib.sigstoreBundle));
    if (layers.length > 0)
        await inBatches([emptyConfig, ...layers], (source) => store.writeBlob(source, options));
    const written = [];
    for (const [at, bundle] of bundles.entries()) {
        const manifest = (0,oci_manifest/* encodeJson */.Pr)(manifestOf(bundle, layers[at].descriptor));
        written.push((await store.writeManifest(manifest, media_types/* mediaTypes */.Ib.manifest, options)).digest);
    }
    return written;
}
function manifestOf({ subject, predicateType, created }, layer) {
    return {
        schemaVersion: 2,
        mediaType: media_types/* mediaTypes */.Ib.manifest,
        artifactType: media_types/* mediaTypes */.Ib.sigstoreBundle,
        config: emptyConfig.descriptor,
        layers: [layer],
        subject: { mediaType: subject.mediaType, digest: subject.digest, size: subject.size },
        annotations: {
            'dev.sigstore.bundle.content': 'dsse-envelope',
            'dev.sigstore.bundle.predicateType': predicateType,
            [media_types/* annotationKeys */.ic.created]: created.toISOString(),
        },
    };
}
const emptyConfig = blob(Buffer.from('{}'), media_types/* mediaTypes */.Ib.empty);
function blob(bytes, mediaType) {
    return {
        descriptor: { mediaType, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.length },
        async *open() {
            yield bytes;
        },
    };
}
async function inBatches(items, work) {
    const results = [];
    for (let start = 0; start < items.length; start += atOnce) {
        results.push(...(await Promise.all(items.slice(start, start + atOnce).map(work))));
    }
    return results;
}

;// CONCATENATED MODULE: ./lib/sign/evidence.js

/**
 * What the evidence itself says. A test result that failed refuses the image although its signature holds, and a later
 * one that passed does not outvote it: attestations carry no trusted time, so there is no "later". A vulnerability report
 * states findings, not a verdict: the gate judges those.
 *
 * @see https://github.com/in-toto/attestation/blob/v1.1.0/spec/predicates/test-result.md
 */
function evidenceVerdict(verification) {
    const failed = failedEvidence(verification.found);
    return { verdict: failed.length === 0 ? 'pass' : 'fail', failed };
}
function failedEvidence(found) {
    return found
        .filter(({ predicateType }) => predicateType === predicateTypes['test-result'])
        .filter(({ predicate }) => predicate.result !== 'PASSED' && predicate.result !== 'WARNED')
        .map(({ digest, predicate }) => `the test result ${digest} is ${evidence_describe(predicate)}`);
}
function evidence_describe({ result, failedTests }) {
    if (result !== 'FAILED')
        return 'not PASSED';
    const names = Array.isArray(failedTests) ? failedTests.filter((name) => typeof name === 'string') : [];
    return names.length === 0 ? 'FAILED' : `FAILED (${names.slice(0, 5).join(', ')})`;
}

;// CONCATENATED MODULE: ./lib/sign/verify.js




/**
 * Whether every required attestation about `digest` is there, each signed by one of `verifiers`, each with exactly the
 * predicate type that is asked for, and none of them saying no.
 *
 * A refusal is a returned `fail`; what could not be asked (registry unreachable, access denied) throws, so that it is
 * never taken for an answer.
 *
 * @throws IngotError `invalid-input` for an unknown name in `require`
 */
async function verifyImage({ store, digest, verifiers, require = [], signal, }) {
    const required = [...new Set(['signature', ...require].map(predicateType))];
    const { found, rejected } = await readAttestations(store, digest, verifiers, signal);
    const missing = required.filter((type) => !found.some((one) => one.predicateType === type)).map(predicateName);
    const failed = failedEvidence(found);
    const verdict = missing.length === 0 && failed.length === 0 ? 'pass' : 'fail';
    const verification = { verdict, found, missing, rejected, failed };
    return { ...verification, explanation: explain(`${store.repository}@${digest}`, verification) };
}
/** Every attestation about `digest` that holds under `verifiers`, and what was rejected and why. */
async function readAttestations(store, digest, verifiers, signal) {
    const found = [];
    const rejected = [];
    const open = (bytes) => openBundle(bytes, digest, verifiers);
    for (const candidate of await openBundles(store, digest, open, signal)) {
        const { opened } = candidate;
        if ('why' in opened)
            rejected.push({ digest: candidate.digest, why: opened.why });
        else
            found.push(toFound(candidate.digest, opened));
    }
    return { found, rejected };
}
function toFound(digest, opened) {
    const { predicateType: type, predicate, verifier } = opened;
    return { predicateType: type, digest, signer: verifier.fingerprint, predicate };
}
function explain(name, verification) {
    const names = [...new Set(verification.found.map((one) => predicateName(one.predicateType)))];
    if (verification.verdict === 'pass')
        return `${name} carries ${names.join(', ')}, each with a signature that holds`;
    return [
        `${name} is refused:`,
        ...verification.missing.map((type) => `  missing: ${type}`),
        ...verification.failed.map((sentence) => `  says no: ${sentence}`),
        `  found: ${names.join(', ') || 'nothing that the given key signed'}`,
        ...verification.rejected.map(({ digest, why }) => `  rejected: ${digest}: ${why}`),
    ].join('\n');
}

;// CONCATENATED MODULE: ./lib/sign/attest.js









/**
 * Signs `digest` and attests the predicates, as sigstore bundles that refer to it; for an index each of its manifests is
 * signed as well. What the same key has said before is not written again. Succeeds only once everything was read back
 * from the store and verified there.
 *
 * @throws IngotError `not-found` when there is no such image, or the store does not list what was written
 * @throws IngotError `invalid-input` for a predicate that is not of its type
 */
async function attest(request) {
    const { store, digest, signer, predicates = [], now = new Date(), signal } = request;
    const image = await readImage(store, digest, signal);
    const claims = claimsOf(image, store.repository, predicates);
    const present = [];
    const bundles = [];
    for (const subject of subjectsOf(claims)) {
        const { found } = await readAttestations(store, subject, [signer], signal);
        for (const claim of claims.filter((one) => one.subject.digest === subject)) {
            const same = found.find((one) => says(one, claim));
            if (same === undefined)
                bundles.push(seal(claim, store.repository, signer, now));
            else
                present.push(same.digest);
        }
    }
    const written = await writeBundles(store, bundles, signal);
    if (written.length > 0)
        await readBack(request, claims);
    return { written, present };
}
async function readImage(store, digest, signal) {
    const image = await store.readManifest(digest, { ...(signal && { signal }) });
    if (image !== undefined)
        return image;
    throw new errors/* IngotError */.se('not-found', `Cannot sign ${store.repository}@${digest}: there is no such image`);
}
function claimsOf(image, repository, predicates = []) {
    const { descriptor, bytes } = image;
    const children = media_types/* indexTypes */.gp.includes(descriptor.mediaType)
        ? (0,oci_manifest/* parseIndex */.A1)(bytes, `${repository}@${descriptor.digest}`).manifests
        : [];
    const signatures = [descriptor, ...children].map((subject) => ({
        subject,
        type: predicateTypes.signature,
        predicate: {},
    }));
    const attestations = predicates.map(({ type, predicate }) => {
        const uri = predicateType(type);
        return { subject: descriptor, type: uri, predicate: parsePredicate(uri, predicate, `The ${type} predicate`) };
    });
    const key = ({ subject, type, predicate }) => `${subject.digest} ${type} ${JSON.stringify(predicate)}`;
    return [...new Map([...signatures, ...attestations].map((claim) => [key(claim), claim])).values()];
}
function subjectsOf(claims) {
    return [...new Set(claims.map(({ subject }) => subject.digest))];
}
/** Compared as JSON carries it: a key whose value is undefined is no key. */
function says(found, { type, predicate }) {
    return found.predicateType === type && (0,external_node_util_.isDeepStrictEqual)(found.predicate, JSON.parse(JSON.stringify(predicate)));
}
function seal({ subject, type, predicate }, repository, signer, created) {
    const bytes = signBundle(encodeStatement(repository, subject.digest, type, predicate), signer);
    if (bytes.length <= maximumBundleBytes)
        return { subject, bytes, predicateType: type, created };
    throw new errors/* IngotError */.se('size-exceeded', `The ${predicateName(type)} attestation takes ${bytes.length} bytes, verification reads at most ${maximumBundleBytes}`);
}
/** Asks as a verifier would: a registry that takes a referrer and does not list it has not published it. */
async function readBack({ store, signer, signal }, claims) {
    for (const subject of subjectsOf(claims)) {
        const { found } = await readAttestations(store, subject, [signer], signal);
        const lost = claims.filter((claim) => claim.subject.digest === subject && !found.some((one) => says(one, claim)));
        if (lost.length === 0)
            continue;
        throw new errors/* IngotError */.se('not-found', `Wrote ${lost.map(({ type }) => predicateName(type)).join(', ')} for ${store.repository}@${subject}, but reading it back does not find it`, {
            advice: 'Someone else may have written referrers of this digest at the same time: run it again, nothing is written twice',
        });
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/sign/keys.js



const maximumKeyBytes = 64 * 1024; // 64 KiB
const minimumRsaBits = 2048;
/**
 * Reads a private key: PKCS #8, SEC 1 or PKCS #1 PEM, encrypted or not; EC P-256, Ed25519 or RSA of at least 2048 bits.
 *
 * @param source a file, or the PEM text itself
 * @param passphrase opens an encrypted key
 * @param warn is told when others may read the file
 * @throws IngotError `invalid-input` when there is no such file, it is no such key, or the passphrase is wrong
 */
async function loadSigner(source, passphrase, warn) {
    const { pem, name } = await readPem(source);
    if (warn !== undefined && !isPem(source))
        await warnWhenShared(source, warn);
    const privateKey = parsePrivateKey(pem, name, passphrase);
    const algorithm = algorithmOf(privateKey, name);
    return {
        ...toVerifier((0,external_node_crypto_.createPublicKey)(privateKey)),
        sign: (bytes) => (0,external_node_crypto_.sign)(algorithm, bytes, privateKey),
    };
}
/**
 * Reads a public key (SPKI PEM), or takes the public half of a private one.
 *
 * @param source a file, or the PEM text itself
 * @throws IngotError `invalid-input`
 */
async function loadVerifier(source, passphrase) {
    const { pem, name } = await readPem(source);
    if (pem.includes('PRIVATE KEY-----'))
        return toVerifier((0,external_node_crypto_.createPublicKey)(parsePrivateKey(pem, name, passphrase)));
    const publicKey = parsePublicKey(pem, name);
    algorithmOf(publicKey, name);
    return toVerifier(publicKey);
}
/** A fresh EC P-256 key pair: PKCS #8 and SPKI, both PEM. */
function generateKeyPair() {
    return (0,external_node_crypto_.generateKeyPairSync)('ec', {
        namedCurve: 'P-256',
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
}
function isPem(source) {
    return source.includes('-----BEGIN ');
}
async function readPem(source) {
    if (isPem(source))
        return { pem: source, name: 'the given key' };
    try {
        const { size } = await (0,promises_.stat)(source);
        if (size > maximumKeyBytes)
            throw notAKey(source, `it has ${size} bytes, a key has at most ${maximumKeyBytes}`);
        return { pem: await (0,promises_.readFile)(source, 'utf8'), name: source };
    }
    catch (cause) {
        if (cause instanceof errors/* IngotError */.se)
            throw cause;
        const missing = cause.code === 'ENOENT';
        throw new errors/* IngotError */.se('invalid-input', `Cannot read the key ${source}: ${missing ? 'there is no such file' : cause.message}`, {
            advice: makeOne,
            cause,
        });
    }
}
const makeOne = 'Make a key pair with: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ingot.key && ' +
    'chmod 600 ingot.key && openssl pkey -in ingot.key -pubout -out ingot.pub';
function parsePrivateKey(pem, name, passphrase) {
    if (/BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY/.test(pem)) {
        throw new errors/* IngotError */.se('invalid-input', `The key ${name} is in cosign's own encrypted format, which is not read here`, {
            advice: 'Make the key with openssl instead (cosign import-key-pair --key FILE takes it over into cosign), or verify with the public key alone',
        });
    }
    if (!pem.includes('PRIVATE KEY-----')) {
        throw notAKey(name, pem.includes('PUBLIC KEY-----') ? 'it is a public key, signing needs the private one' : 'it is no PEM');
    }
    try {
        return (0,external_node_crypto_.createPrivateKey)({ key: pem, ...(passphrase !== undefined && { passphrase }) });
    }
    catch (cause) {
        const encrypted = /ENCRYPTED/.test(pem);
        if (!encrypted)
            throw notAKey(name, 'the PEM holds no readable private key', cause);
        const given = passphrase !== undefined && passphrase !== '';
        throw new errors/* IngotError */.se('invalid-input', `The key ${name} is encrypted and ${given ? 'the passphrase does not open it' : 'no passphrase is given'}`, {
            advice: 'Set the environment variable INGOT_KEY_PASSPHRASE',
            cause,
        });
    }
}
function parsePublicKey(pem, name) {
    if (!pem.includes('-----BEGIN PUBLIC KEY-----'))
        throw notAKey(name, 'it holds no PEM block PUBLIC KEY');
    try {
        return (0,external_node_crypto_.createPublicKey)(pem);
    }
    catch (cause) {
        throw notAKey(name, 'the PEM holds no readable public key', cause);
    }
}
/** The hash for `crypto.sign`; null where the kind of key fixes it. */
function algorithmOf(key, name) {
    const details = key.asymmetricKeyDetails ?? {};
    if (key.asymmetricKeyType === 'ed25519')
        return null;
    if (key.asymmetricKeyType === 'ec' && details.namedCurve === 'prime256v1')
        return 'sha256';
    if (key.asymmetricKeyType === 'rsa' && (details.modulusLength ?? 0) >= minimumRsaBits)
        return 'sha256';
    const kind = [key.asymmetricKeyType, details.namedCurve ?? details.modulusLength].filter(Boolean).join(' ');
    throw notAKey(name, `${kind} is not among EC P-256, Ed25519 and RSA of at least ${minimumRsaBits} bits`);
}
function toVerifier(publicKey) {
    const hash = (0,external_node_crypto_.createHash)('sha256')
        .update(publicKey.export({ type: 'spki', format: 'der' }))
        .digest();
    return { publicKey, fingerprint: hash.toString('hex'), hint: hash.toString('base64') };
}
async function warnWhenShared(file, warn) {
    const mode = (await (0,promises_.stat)(file)).mode & 0o777;
    const isShared = process.platform !== 'win32' && (mode & 0o077) !== 0;
    if (isShared)
        warn(`The private key ${file} has mode 0${mode.toString(8)}: others may read it. Run: chmod 600 ${file}`);
}
function notAKey(name, why, cause) {
    return new errors/* IngotError */.se('invalid-input', `Cannot use ${name} as a key: ${why}`, { advice: makeOne, cause });
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
;// CONCATENATED MODULE: ./lib/sign/resolve.js


const shownTags = 12;
/**
 * The digest that a reference means now: the index where there is one, never a platform of it. A layout of one tag may
 * be named without it.
 *
 * @throws IngotError `not-found` or `invalid-reference`, naming the tags that exist
 */
async function resolveDigest(store, reference, signal) {
    const options = { ...(signal && { signal }) };
    const tag = reference.tag ?? (reference.digest === undefined ? await onlyTag(store, reference, options) : undefined);
    const label = reference.digest ?? (tag === undefined ? undefined : { tag });
    const stored = label && (await store.readManifest(label, options));
    if (stored !== undefined)
        return stored.descriptor.digest;
    const advice = await describeTags(store, options);
    const name = (0,oci_reference.formatReference)(reference);
    if (label === undefined)
        throw new errors/* IngotError */.se('invalid-reference', `${name} names no tag and no digest`, { advice });
    throw new errors/* IngotError */.se('not-found', `There is no image ${name}`, { advice });
}
async function onlyTag(store, reference, options) {
    const tags = reference.kind === 'layout' ? await store.tags(options) : [];
    return tags.length === 1 ? tags[0] : undefined;
}
async function describeTags(store, options) {
    const tags = await store.tags(options);
    if (tags.length === 0)
        return `${store.repository} holds no tags: check the name`;
    const more = tags.length > shownTags ? ` and ${tags.length - shownTags} more` : '';
    return `The tags of ${store.repository} are ${tags.slice(0, shownTags).join(', ')}${more}`;
}

;// CONCATENATED MODULE: ./lib/sign/index.js









/***/ })

};
