export const id = 764;
export const ids = [764,261,940,535];
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
  formatPlatform: () => (/* binding */ formatPlatform),
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
/* harmony export */   annotationKeys: () => (/* binding */ annotationKeys),
/* harmony export */   gp: () => (/* binding */ indexTypes)
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

/***/ 7122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* reexport safe */ _manifest_js__WEBPACK_IMPORTED_MODULE_1__.formatPlatform),
/* harmony export */   G5: () => (/* binding */ servesPlatform),
/* harmony export */   K$: () => (/* binding */ isRealPlatform),
/* harmony export */   ol: () => (/* binding */ hostPlatform)
/* harmony export */ });
/* unused harmony exports parsePlatform, samePlatform */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7535);


const architectures = { x64: 'amd64', ia32: '386', ppc64: 'ppc64le' };
/** `linux/<architecture of this machine>`, in Go's names, as images use them. */
function hostPlatform() {
    return `linux/${architectures[process.arch] ?? process.arch}`;
}
/** @throws IngotError `invalid-input` unless it reads `os/architecture[/variant]` */
function parsePlatform(text) {
    const [os, architecture, variant, ...more] = text.split('/');
    const isWord = (part) => part !== undefined && /^[a-z0-9_.-]+$/.test(part);
    if (!isWord(os) || !isWord(architecture) || (variant !== undefined && !isWord(variant)) || more.length > 0) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-input', `${JSON.stringify(text)} is not a platform`, {
            advice: 'Write os/architecture, e.g. linux/amd64 or linux/arm64/v8',
        });
    }
    return { os: os, architecture: architecture, ...(variant !== undefined && { variant }) };
}
/** Whether an image of platform `has` serves who asked for `wanted`; no variant asked for means any. */
function servesPlatform(has, wanted) {
    const want = parsePlatform(wanted);
    return has.os === want.os && has.architecture === want.architecture && sameVariant(has, want.variant);
}
/** Whether two images are for the same machines. */
function samePlatform(a, b) {
    const variant = (platform) => platform.variant ?? (platform.architecture === 'arm64' ? 'v8' : undefined);
    return a.os === b.os && a.architecture === b.architecture && variant(a) === variant(b);
}
/** A descriptor of an attestation carries `unknown/unknown`: it is no image. */
function isRealPlatform(platform) {
    return platform !== undefined && platform.os !== 'unknown' && platform.architecture !== 'unknown';
}

function sameVariant(has, wanted) {
    if (wanted === undefined || wanted === has.variant)
        return true;
    // Images for arm64 mostly leave out the only variant there was for years.
    return has.architecture === 'arm64' && wanted === 'v8' && has.variant === undefined;
}


/***/ }),

/***/ 3940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FH: () => (/* binding */ formatReference),
/* harmony export */   VK: () => (/* binding */ tagged),
/* harmony export */   dp: () => (/* binding */ pinned),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   formatRepository: () => (/* binding */ formatRepository),
/* harmony export */   parseReference: () => (/* binding */ parseReference)
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
/* harmony export */   FsL: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.FsL),
/* harmony export */   IeY: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.IeY),
/* harmony export */   L5J: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.L5J),
/* harmony export */   Whr: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.Whr),
/* harmony export */   X$i: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.X$i),
/* harmony export */   YOg: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.YOg),
/* harmony export */   YjP: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.YjP),
/* harmony export */   ZnW: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.ZnW),
/* harmony export */   _H3: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__._H3),
/* harmony export */   aig: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.aig),
/* harmony export */   cl6: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.cl6),
/* harmony export */   euz: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.euz),
/* harmony export */   g1P: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.g1P),
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

/***/ 3764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openStore: () => (/* reexport */ open_openStore)
});

// UNUSED EXPORTS: copyImage, copyReference, readCredentials

// EXTERNAL MODULE: ./lib/oci/digest.js
var oci_digest = __webpack_require__(9501);
;// CONCATENATED MODULE: ./lib/registry/copy-progress.js


const everyMilliseconds = 2000;
/** How far the blobs of a copy have come, for people. */
class copy_progress_CopyProgress {
    #listener;
    #blobs;
    #begun = performance.now();
    #last = performance.now();
    #done = 0;
    #bytesDone = 0;
    #bytesMoved = 0;
    constructor(blobs, listener) {
        this.#listener = listener;
        this.#blobs = { count: blobs.length, bytes: blobs.reduce((sum, { size }) => sum + size, 0) };
    }
    /** Bytes that were read on their way to the destination. */
    moved(bytes) {
        this.#bytesMoved += bytes;
        const now = performance.now();
        if (now - this.#last < everyMilliseconds)
            return;
        this.#last = now;
        const perSecond = Math.round((this.#bytesMoved * 1000) / (now - this.#begun));
        const { count, bytes: total } = this.#blobs;
        const done = `${this.#done} of ${count} blobs`;
        const amount = `${formatBytes(this.#bytesMoved)} moved of at most ${formatBytes(total - this.#bytesDone)}`;
        this.#listener.progress?.(`${done}, ${amount}, ${formatBytes(perSecond)}/s`);
    }
    done({ digest, size }, how) {
        this.#done += 1;
        if (how !== 'copied')
            this.#bytesDone += size;
        this.#listener.log?.(`blob ${shortDigest(digest)} ${formatBytes(size)} ${how}`);
    }
}

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/http/index.js + 9 modules
var http = __webpack_require__(6537);
// EXTERNAL MODULE: ./lib/oci/schema.js
var schema = __webpack_require__(5382);
;// CONCATENATED MODULE: ./lib/registry/refusal.js



const maximumErrorBytes = 64 * 1024;
const errorDocument = schema/* looseObject */._H3({
    errors: schema/* array */.YOg(schema/* looseObject */._H3({ code: schema/* optional */.lqM(schema/* string */.YjP()), message: schema/* optional */.lqM(schema/* string */.YjP()) }))
        .check(schema/* minLength */.BpQ(1)),
});
function describeOperation({ verb, repository, writes }) {
    return `Cannot ${verb} ${writes ? 'to' : 'from'} ${repository}`;
}
/**
 * An answer that is no success, as an error with the registry's own words.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes
 */
async function refusalOf(answer, operation, hasCredentials) {
    const said = await readErrors(answer);
    const reason = reasonOf(answer.status, said, operation);
    const advice = adviceFor(reason, answer.status, operation, hasCredentials);
    const why = reason === 'tag-immutable' ? `the tag ${operation.tag} is immutable: ${said || answer.status}` : said;
    const message = `${describeOperation(operation)}: the registry answered ${answer.status}${why ? ` (${why})` : ''}`;
    return new errors/* IngotError */.se(reason, message, advice === undefined ? {} : { advice });
}
/** Whether a manifest was refused because a part of it is not there, in the registry's eyes. */
function isPartUnknown(error) {
    return error instanceof errors/* IngotError */.se && /\bMANIFEST_BLOB_UNKNOWN\b/.test(error.message);
}
/** Whether the same may succeed when it is begun again: the other side was not reached, or fell silent. */
function refusal_isPassing(error) {
    return error instanceof errors/* IngotError */.se && (error.reason === 'unreachable' || error.reason === 'timed-out');
}
function reasonOf(status, said, { tag }) {
    // ECR, Harbor, Artifact Registry and ACR each say it with another status, and all in words.
    if (tag !== undefined && status < 500 && /immutab|cannot be overwritten|already exists/i.test(said))
        return 'tag-immutable';
    if (tag !== undefined && (status === 409 || status === 412))
        return 'tag-immutable';
    if (status === 401 || status === 403)
        return 'unauthorized';
    if (status === 400 && /\bDIGEST_INVALID\b/.test(said))
        return 'digest-mismatch';
    if (status === 404)
        return 'not-found';
    if (status === 413)
        return 'size-exceeded';
    return status === 429 || status >= 500 ? 'unreachable' : 'unsupported';
}
function adviceFor(reason, status, operation, hasCredentials) {
    const host = operation.repository.split('/')[0];
    const permission = operation.writes ? 'write' : 'read';
    if (reason === 'unauthorized') {
        const login = hasCredentials
            ? `The stored login for ${host} may not ${permission} this repository`
            : `Log in with docker login ${host}`;
        return `${login}; in a workflow the job needs permissions: {packages: ${permission}}`;
    }
    if (reason === 'tag-immutable' && operation.tag?.startsWith('sha256-')) {
        return 'This registry has no referrers API, so signatures are listed under tags that start with sha256-: exempt those from immutability';
    }
    if (reason === 'tag-immutable')
        return 'Publish under a new tag, or exempt this tag from immutability in the registry';
    if (reason === 'not-found' && operation.writes)
        return 'Create the repository in the registry, or check its name';
    if (status === 429)
        return 'The registry limits requests: log in for a higher limit, or try again later';
    return undefined;
}
async function readErrors(answer) {
    const bytes = await answer.bytes(maximumErrorBytes).catch(() => Buffer.alloc(0));
    let value;
    try {
        value = JSON.parse(bytes.toString('utf8'));
    }
    catch {
        const type = answer.header('content-type')?.split(';')[0];
        return bytes.length > 0 && type === 'text/html' ? 'a web page, so this may not be a registry' : '';
    }
    const parsed = errorDocument.safeParse(value);
    if (!parsed.success)
        return '';
    return parsed.data.errors
        .slice(0, 3)
        .map(({ code, message }) => (0,http.redactText)([code, message].filter(Boolean).join(': ')))
        .join('; ');
}

;// CONCATENATED MODULE: ./lib/registry/copy-blobs.js



const blobsAtOnce = 8;
const blobAttempts = 3;
/** Makes blobs of one repository available in another: mounted where that is possible, else streamed. */
async function copy_blobs_copyBlobs(blobs, options) {
    const progress = new CopyProgress(blobs, options);
    await forEach(blobs, blobsAtOnce, (blob) => copyBlob(blob, options, progress));
}
async function copyBlob(blob, options, progress) {
    const { from, to, signal, log } = options;
    const call = signal === undefined ? {} : { signal };
    for (let attempt = 1;; attempt += 1) {
        try {
            if (await to.mountBlob(blob, from, call))
                return progress.done(blob, copy_blobs_areNear(from, to) ? 'mounted' : 'there already');
            const open = () => counted(from.readBlob(blob, call), progress);
            await to.writeBlob({ descriptor: blob, open, isVerified: true }, call);
            return progress.done(blob, 'copied');
        }
        catch (error) {
            // A stream that broke off on either side is begun again, from the first byte.
            if (attempt === blobAttempts || !isPassing(error))
                throw error;
            log?.(`Trying again: ${error.message}`);
        }
    }
}
async function* counted(source, progress) {
    for await (const chunk of source) {
        progress.moved(chunk.byteLength);
        yield chunk;
    }
}
/** Whether blobs can be handed over without moving their bytes. */
function copy_blobs_areNear(from, to) {
    const place = ({ repository }) => (repository.startsWith('oci:') ? 'oci:' : repository.split('/')[0]);
    return place(from) === place(to);
}

// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(261);
// EXTERNAL MODULE: ./lib/oci/manifest.js + 1 modules
var manifest = __webpack_require__(7535);
;// CONCATENATED MODULE: ./lib/registry/described.js




/**
 * A manifest's descriptor as a list of referrers shows it: with `artifactType` (the config's media type when the
 * manifest has none) and annotations, but only for manifests that have a subject.
 *
 * @throws IngotError `unreadable` when a manifest or index of a known type is malformed
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
function described_describe(bytes, mediaType, from) {
    const plain = { mediaType, digest: (0,oci_digest/* digestOf */.ol)(bytes), size: bytes.byteLength };
    if (media_types/* indexTypes */.gp.includes(mediaType)) {
        const { subject, artifactType, annotations, manifests } = (0,manifest/* parseIndex */.A1)(bytes, from);
        return { ...referring(plain, subject, artifactType, annotations), children: manifests, blobs: [] };
    }
    if (media_types/* manifestTypes */.Fm.includes(mediaType)) {
        const { subject, artifactType, annotations, config, layers } = (0,manifest/* parseManifest */.Ng)(bytes, from);
        const described = referring(plain, subject, artifactType ?? config.mediaType, annotations);
        return { ...described, children: [], blobs: [config, ...layers] };
    }
    return { descriptor: plain, children: [], blobs: [] };
}
/** The media type that manifest bytes have by themselves: what they say, else by their shape. */
function mediaTypeOf(bytes) {
    let value;
    try {
        value = JSON.parse(Buffer.from(bytes).toString('utf8'));
    }
    catch {
        return undefined;
    }
    if (typeof value !== 'object' || value === null)
        return undefined;
    const said = Reflect.get(value, 'mediaType');
    if (typeof said === 'string')
        return said;
    if (Array.isArray(Reflect.get(value, 'manifests')))
        return media_types/* mediaTypes */.Ib.index;
    return Array.isArray(Reflect.get(value, 'layers')) ? media_types/* mediaTypes */.Ib.manifest : undefined;
}
const schemaOne = [
    'application/vnd.docker.distribution.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
];
/**
 * What a registry's Content-Type says, unless it says nothing of use and the document does.
 *
 * @throws IngotError `unreadable` when neither names a manifest: a web page, most often; `unsupported` for docker's schema 1
 */
function mediaTypeSaid(contentType, bytes, where) {
    const said = contentType?.split(';')[0]?.trim();
    if (said !== undefined && schemaOne.includes(said)) {
        throw new errors/* IngotError */.se('unsupported', `${where} is of docker's schema 1, which was given up in 2017`, {
            advice: 'Pull it with a docker that still reads it, and push it again; or build it anew',
        });
    }
    const own = mediaTypeOf(bytes);
    if (said !== undefined && (media_types/* indexTypes */.gp.includes(said) || media_types/* manifestTypes */.Fm.includes(said))) {
        if (own === undefined || media_types/* indexTypes */.gp.includes(own) === media_types/* indexTypes */.gp.includes(said))
            return said;
        // One digest must not mean an index to some and a manifest to others.
        throw new errors/* IngotError */.se('unreadable', `${where} is sent as ${said}, and is ${own} by its own account`, {
            advice: 'Do not use it: the registry, or whoever pushed it, misleads',
        });
    }
    if (own !== undefined)
        return own;
    throw new errors/* IngotError */.se('unreadable', `${where} is not a manifest: the registry answered ${said ?? 'something unnamed'}`, {
        advice: 'Check that the host is a registry, and not a web page in front of it',
    });
}
function referring(plain, subject, artifactType, annotations) {
    if (subject === undefined)
        return { descriptor: plain };
    const descriptor = { ...plain, ...(artifactType && { artifactType }), ...(annotations && { annotations }) };
    return { descriptor, subject: subject.digest };
}

;// CONCATENATED MODULE: ./lib/registry/copy-graph.js




const manifestsAtOnce = 8;
const maximumManifests = 10_000;
/** The manifests of a repository that hang together, each read once. */
class copy_graph_ManifestGraph {
    #from;
    #call;
    #parts = new Map();
    constructor(from, call) {
        this.#from = from;
        this.#call = call;
    }
    has(digest) {
        return this.#parts.has(digest);
    }
    /**
     * A manifest and all below it.
     *
     * @returns undefined when the repository has no such manifest
     * @throws IngotError `not-found` when it names one that is not there, `unsupported` for a kind whose parts are not known
     */
    read(digest, known) {
        const begun = this.#parts.get(digest);
        if (begun !== undefined)
            return begun;
        if (this.#parts.size >= maximumManifests) {
            const message = `More than ${maximumManifests} manifests of ${this.#from.repository} hang together: they are not copied`;
            throw new IngotError('size-exceeded', message);
        }
        const reading = this.#read(digest, known);
        this.#parts.set(digest, reading);
        return reading;
    }
    /** A part and all below it that was read, lower ones first. */
    async below(part) {
        const found = new Map();
        const visit = async (one) => {
            if (found.has(one.stored.descriptor.digest))
                return;
            found.set(one.stored.descriptor.digest, one);
            for (const { digest } of one.described.children) {
                const child = await this.#parts.get(digest);
                if (child !== undefined)
                    await visit(child);
            }
        };
        await visit(part);
        return [...found.values()].sort((a, b) => a.height - b.height);
    }
    async #read(digest, known) {
        const { repository } = this.#from;
        const stored = known ?? (await this.#from.readManifest(digest, this.#call));
        if (stored === undefined)
            return undefined;
        const { mediaType } = stored.descriptor;
        if (!isManifest(mediaType)) {
            const message = `${repository}@${digest} is ${mediaType}: its parts are not known, so it cannot be copied whole`;
            throw new IngotError('unsupported', message, { advice: 'Build or push it again as an OCI image or artifact' });
        }
        const described = describe(stored.bytes, mediaType, `${repository}@${digest}`);
        const children = described.children.filter((child) => isManifest(child.mediaType));
        const leaves = described.children.filter((child) => !isManifest(child.mediaType));
        let height = 0;
        await forEach(children, manifestsAtOnce, async (child) => {
            const part = await this.read(child.digest);
            if (part === undefined)
                throw copy_graph_absent(repository, child.digest, digest);
            height = Math.max(height, part.height + 1);
        });
        return { stored, described: { ...described, children, blobs: [...described.blobs, ...leaves] }, height };
    }
}
function copy_graph_absent(repository, digest, parent) {
    const named = parent === undefined ? '' : `, which ${parent} names`;
    return new IngotError('not-found', `There is no manifest ${digest} in ${repository}${named}`, {
        ...(parent !== undefined && { advice: 'The image was copied or pruned only in part: copy or bake it again' }),
    });
}
/** Blobs that lie in the repository, each once, the largest first; those that lie elsewhere by their own say are left out. */
function copy_graph_blobsOf(parts) {
    const all = parts.flatMap(({ described }) => described.blobs).filter((blob) => !isForeign(blob));
    return [...new Map(all.map((blob) => [blob.digest, blob])).values()].sort((a, b) => b.size - a.size);
}
/**
 * A layer that may not be distributed, and that clients fetch from the addresses in its descriptor.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#non-distributable-layers
 */
function isForeign({ mediaType, urls }) {
    const isMarked = mediaType.includes('.foreign.') || mediaType.includes('nondistributable');
    return isMarked && Array.isArray(urls) && urls.length > 0;
}
function isManifest(mediaType) {
    return indexTypes.includes(mediaType) || manifestTypes.includes(mediaType);
}

;// CONCATENATED MODULE: ./lib/registry/copy-referrers.js



const subjectsAtOnce = 8;
const cosignEndings = (/* unused pure expression or super */ null && (['sig', 'att', 'sbom']));
/**
 * What refers to these manifests, and what refers to that, until nothing new turns up; also what cosign 1 and 2 keep under the
 * tags `sha256-<hex>.sig`, `.att` and `.sbom`.
 */
async function copy_referrers_findEvidence(from, graph, subjects, options) {
    const { signal, log } = options;
    const call = signal === undefined ? {} : { signal };
    const tags = new Set(await tagsOf(from, options));
    const found = [];
    const asked = new Set();
    let frontier = subjects;
    for (let round = 1; frontier.length > 0; round += 1) {
        const next = [];
        const take = async (digest, subject, tag) => {
            if (tag === undefined && graph.has(digest))
                return;
            const part = await graph.read(digest);
            const refers = tag !== undefined || part?.described.subject === subject;
            if (part !== undefined && refers) {
                next.push({ parts: await graph.below(part), round, ...(tag !== undefined && { tag }) });
                return;
            }
            const why = part === undefined ? `is not in ${from.repository}` : 'refers to something else';
            log?.(`${digest} is listed as a referrer of ${subject}, but ${why}: left out`);
        };
        await forEach(frontier, subjectsAtOnce, async ({ stored }) => {
            const subject = stored.descriptor.digest;
            asked.add(subject);
            for (const { digest } of await from.referrers(subject, call))
                await take(digest, subject);
            for (const ending of cosignEndings) {
                const tag = `sha256-${hexOf(subject)}.${ending}`;
                const named = tags.has(tag) ? await from.readManifest({ tag }, call) : undefined;
                if (named !== undefined)
                    await take(named.descriptor.digest, subject, tag);
            }
        });
        found.push(...next);
        const reached = new Set(next.flatMap(({ parts }) => parts));
        frontier = [...reached].filter(({ stored }) => !asked.has(stored.descriptor.digest));
    }
    return found;
}
/** Some registries let nobody list tags: then there is no telling. */
async function tagsOf(from, { signal, log }) {
    try {
        return await from.tags(signal === undefined ? {} : { signal });
    }
    catch (error) {
        const isDenied = error instanceof IngotError && ['unauthorized', 'unsupported', 'not-found'].includes(error.reason);
        if (!isDenied)
            throw error;
        log?.(`The tags of ${from.repository} cannot be listed: signatures that cosign keeps under tags are not looked for`);
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/registry/copy.js




const copy_manifestsAtOnce = 8;
/**
 * Copies an image, or an index with all its images, byte for byte: the digest stays. Blobs go first, then the manifests
 * that need them, then what refers to those, the tags last: whoever sees a tag can pull all that is behind it, and finds it
 * signed. Within one repository nothing moves but the tags.
 *
 * @param known the manifest of `digest`, when it has been read already, or is an index that is made for the destination
 * @throws IngotError `not-found` when the source lacks the manifest or a part of it
 */
async function copy_copyImage(options, known) {
    const { from, to, digest, tags = [], signal } = options;
    if (from.repository !== to.repository)
        return carryOut(await copy_planCopy(options, known), options);
    const stored = known ?? (await from.readManifest(digest, signal && { signal }));
    if (stored === undefined)
        throw absent(from.repository, digest);
    return write(stored, to, tags, signal);
}
/** Reads what would be copied, and writes nothing. @throws IngotError as `copyImage` */
async function copy_planCopy(options, known) {
    const { from, digest, withReferrers = false, signal, log } = options;
    const call = signal === undefined ? {} : { signal };
    const graph = new ManifestGraph(from, call);
    const root = await graph.read(digest, known);
    if (root === undefined)
        throw absent(from.repository, digest);
    const images = await graph.below(root);
    const evidence = withReferrers ? await findEvidence(from, graph, images, { ...call, log }) : [];
    return { root, images, evidence, blobs: blobsOf([...images, ...evidence.flatMap(({ parts }) => parts)]) };
}
async function carryOut(plan, options) {
    const { from, to, tags = [], signal, log } = options;
    const { root, images, evidence, blobs } = plan;
    const more = evidence.length === 0 ? '' : `, evidence ${evidence.length}`;
    log?.(`${from.repository} → ${to.repository}: manifests ${images.length}, blobs ${blobs.length}${more}`);
    await copyBlobs(blobs, options);
    await writeParts(images.slice(0, -1), options);
    if (evidence.length === 0)
        return write(root.stored, to, tags, signal);
    const written = await write(root.stored, to, [], signal);
    await writeEvidence(evidence, options);
    return tags.length === 0 ? written : write(root.stored, to, tags, signal);
}
async function writeEvidence(evidence, options) {
    const { to, signal } = options;
    for (const round of new Set(evidence.map((one) => one.round))) {
        const about = evidence.filter((one) => one.round === round);
        await forEach(about, copy_manifestsAtOnce, async ({ parts, tag }) => {
            await writeParts(parts.slice(0, -1), options);
            const [own] = parts.slice(-1);
            if (own !== undefined)
                await write(own.stored, to, tag === undefined ? [] : [tag], signal);
        });
    }
}
/** Those of one height side by side: they do not need each other. */
async function writeParts(parts, { to, signal }) {
    const heights = [...new Set(parts.map(({ height }) => height))];
    for (const height of heights) {
        const generation = parts.filter((part) => part.height === height);
        await forEach(generation, copy_manifestsAtOnce, async ({ stored }) => {
            await write(stored, to, [], signal);
        });
    }
}
function write({ bytes, descriptor }, to, tags, signal) {
    return to.writeManifest(bytes, descriptor.mediaType, { tags, ...(signal && { signal }) });
}

// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(3940);
// EXTERNAL MODULE: ./lib/oci/platform.js
var platform = __webpack_require__(7122);
;// CONCATENATED MODULE: ./lib/registry/copy-platforms.js





/** How BuildKit says which image of the index an attestation manifest is about. */
const attestationOf = 'vnd.docker.reference.digest';
/**
 * What is left of an index for these platforms: the manifest itself of a single one; of several a smaller index, with the
 * attestation manifests of what is kept; the same bytes when nothing falls away.
 *
 * @param platforms `os/architecture[/variant]`; without a variant, every one of that architecture
 * @throws IngotError `not-found`, naming the platforms that there are
 */
function copy_platforms_selectPlatforms(index, platforms, from) {
    const { manifests, ...rest } = parseIndex(index.bytes, from);
    const images = manifests.filter(({ platform }) => isRealPlatform(platform));
    const serving = (wanted) => images.filter(({ platform }) => platform !== undefined && servesPlatform(platform, wanted));
    for (const wanted of platforms) {
        if (serving(wanted).length > 0)
            continue;
        throw noPlatform(from, wanted, images.map(({ platform }) => (platform ? formatPlatform(platform) : '')));
    }
    const kept = new Set(platforms.flatMap(serving).map(({ digest }) => digest));
    const [only] = kept;
    if (kept.size === 1 && only !== undefined && images.length > 1)
        return { kind: 'manifest', digest: only };
    const left = manifests.filter(({ digest, annotations }) => {
        return kept.has(digest) || [...kept].some((image) => image === annotations?.[attestationOf]);
    });
    if (left.length === manifests.length)
        return { kind: 'index', stored: index };
    const bytes = encodeJson({ ...rest, manifests: left });
    const descriptor = { mediaType: index.descriptor.mediaType, digest: digestOf(bytes), size: bytes.length };
    return { kind: 'index', stored: { descriptor, bytes } };
}
/** A manifest that is no index has one platform: it has to be among those that are asked for. */
async function copy_platforms_checkPlatform(from, stored, platforms, call) {
    const name = `${from.repository}@${stored.descriptor.digest}`;
    const { config } = parseManifest(stored.bytes, name);
    if (config.size > maximumManifestBytes) {
        throw new IngotError('size-exceeded', `The config of ${name} claims ${config.size} bytes`);
    }
    const parts = [];
    for await (const part of from.readBlob(config, call))
        parts.push(part);
    const platform = parseImageConfig(Buffer.concat(parts), name);
    const [wanted = ''] = platforms;
    if (!platforms.some((one) => servesPlatform(platform, one)))
        throw noPlatform(name, wanted, [formatPlatform(platform)]);
}
function copy_platforms_isIndex({ descriptor }) {
    return indexTypes.includes(descriptor.mediaType);
}
/** @throws IngotError `invalid-input` for what is no platform, before anything is asked of a registry */
function copy_platforms_checkPlatformNames(platforms) {
    for (const platform of platforms)
        parsePlatform(platform);
}
function noPlatform(from, wanted, known) {
    return new IngotError('not-found', `${from} has no image for ${wanted}: it has ${known.join(', ') || 'none'}`, {
        advice: 'Ask for one of these platforms, or build the missing one',
    });
}

;// CONCATENATED MODULE: ./lib/registry/copy-preview.js


const looksAtOnce = 8;
/** Asks the destination what it has; writes nothing. */
async function copy_preview_previewCopy(plan, from, to, signal) {
    const isNear = areNear(from, to);
    const missing = [];
    await forEach(plan.blobs, looksAtOnce, async (blob) => {
        if (!(await to.hasBlob(blob.digest, signal && { signal })))
            missing.push(blob);
    });
    const manifests = [...plan.images, ...plan.evidence.flatMap(({ parts }) => parts)];
    const manifestBytes = manifests.reduce((sum, { stored }) => sum + stored.bytes.length, 0);
    const blobBytes = isNear ? 0 : missing.reduce((sum, { size }) => sum + size, 0);
    const there = plan.blobs.length - missing.length;
    const [mounted, sent] = isNear ? [missing.length, 0] : [0, missing.length];
    return { manifests: manifests.length, blobs: { there, mounted, sent }, bytes: manifestBytes + blobBytes };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/registry/files.js




/** Temporary files carry this ending, in the folder of the file that they will become. */
const temporarySuffix = '.ingot-tmp';
/**
 * Writes a file so that it is either there complete or not there at all: a sibling is written, flushed to disk and
 * renamed. The sibling is removed when `fill` throws.
 *
 * @throws IngotError `unwritable`, and whatever `fill` throws of its own
 */
async function writeAtomically(file, fill) {
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(file), `.${(0,external_node_path_.basename)(file)}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}${temporarySuffix}`);
    const handle = await openForWriting(temporary).catch((error) => {
        throw unwritableFile(file, error);
    });
    try {
        await fill(handle);
        await handle.sync();
        await handle.close();
        await (0,promises_.rename)(temporary, file);
    }
    catch (error) {
        await handle.close().catch(() => { });
        await (0,promises_.rm)(temporary, { force: true });
        throw isOfDisk(error) ? unwritableFile(file, error) : error;
    }
}
/** The whole file, or undefined when there is none. @throws IngotError `size-exceeded`, `unreadable` */
async function readBounded(file, maximumBytes) {
    const handle = await openExisting(file);
    if (handle === undefined)
        return undefined;
    try {
        const { size } = await handle.stat();
        if (size > maximumBytes) {
            throw new errors/* IngotError */.se('size-exceeded', `${file} holds ${size} bytes, at most ${maximumBytes} are read`);
        }
        return await handle.readFile();
    }
    catch (error) {
        throw error instanceof errors/* IngotError */.se ? error : unreadableFile(file, error);
    }
    finally {
        await handle.close();
    }
}
/**
 * The file, or undefined when there is none. Anything but a file is refused; the opening of a named pipe would otherwise wait
 * for a writer for ever, and cannot be cancelled.
 *
 * @throws IngotError `unreadable`
 */
async function openExisting(file) {
    let handle;
    try {
        handle = await (0,promises_.open)(file, promises_.constants.O_RDONLY | promises_.constants.O_NONBLOCK);
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw unreadableFile(file, error);
    }
    if ((await handle.stat()).isFile())
        return handle;
    await handle.close();
    throw new errors/* IngotError */.se('unreadable', `Cannot read ${file}: it is not a file`);
}
function isMissing(error) {
    const code = (0,errors/* codeOf */.$N)(error);
    return code === 'ENOENT' || code === 'ENOTDIR';
}
function unreadableFile(file, error) {
    return new errors/* IngotError */.se('unreadable', `Cannot read ${file}: ${(0,errors/* codeOf */.$N)(error) ?? String(error)}`, { cause: error });
}
function unwritableFile(file, error) {
    const { reason, advice } = (0,errors/* toIngotError */.rI)(error);
    const message = `Cannot write ${file}: ${(0,errors/* codeOf */.$N)(error) ?? String(error)}`;
    return new errors/* IngotError */.se('unwritable', message, { ...(reason !== 'internal' && advice && { advice }), cause: error });
}
/** The disk refused, as opposed to what a source throws while it is read, which says itself where it failed. */
function isOfDisk(error) {
    return !(error instanceof errors/* IngotError */.se) && (0,errors/* toIngotError */.rI)(error).reason === 'unwritable';
}
async function openForWriting(file) {
    try {
        return await (0,promises_.open)(file, 'wx');
    }
    catch (error) {
        if (!isMissing(error))
            throw error;
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
        return (0,promises_.open)(file, 'wx');
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/registry/serial.js
const tails = new Map();
/** Runs work under the same key one after the other, in the order asked; other keys run beside it. */
async function serialise(key, work) {
    const before = tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    tails.set(key, mine);
    try {
        return await mine;
    }
    finally {
        if (tails.get(key) === mine)
            tails.delete(key);
    }
}

;// CONCATENATED MODULE: ./lib/registry/lock.js






// A holder reads and writes one small file: one that has held on for this long has died, or its clock has.
const staleMilliseconds = 60_000;
const patienceMilliseconds = 90_000;
/**
 * Holds a lock file while `work` runs, so that processes on one machine (or one shared disk) write one after the other.
 * A lock whose process is gone, or that is a minute old, is broken.
 *
 * @throws IngotError `timed-out` when others hold it for a minute and a half, `unwritable`
 */
function withLock(file, work, signal) {
    return serialise(`lock ${file}`, async () => {
        const deadline = Date.now() + patienceMilliseconds;
        while (!(await take(file))) {
            signal?.throwIfAborted();
            if (Date.now() > deadline) {
                throw new errors/* IngotError */.se('timed-out', `Another process holds ${file}`, {
                    advice: 'Wait for it to finish; when no such process runs, remove the file',
                });
            }
            if (await isStale(file))
                await breakLock(file);
            else
                await (0,external_node_timers_promises_.setTimeout)(5 + Math.random() * 20);
        }
        try {
            return await work();
        }
        finally {
            await (0,promises_.rm)(file, { force: true });
        }
    });
}
async function take(file) {
    try {
        await (0,promises_.writeFile)(file, JSON.stringify({ host: (0,external_node_os_.hostname)(), pid: process.pid }), { flag: 'wx' });
        return true;
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === 'EEXIST')
            return false;
        throw unwritableFile(file, error);
    }
}
/** Two that find the same stale lock must not both remove it: the second would remove the first one's new lock. */
async function breakLock(file) {
    const breaker = `${file}.break`;
    if (!(await take(breaker))) {
        if (await isOld(breaker))
            await (0,promises_.rm)(breaker, { force: true }); // its process died at the worst moment
        await (0,external_node_timers_promises_.setTimeout)(10);
        return;
    }
    try {
        if (await isStale(file))
            await (0,promises_.rm)(file, { force: true });
    }
    finally {
        await (0,promises_.rm)(breaker, { force: true });
    }
}
async function isStale(file) {
    try {
        return isOfDeadProcess(await (0,promises_.readFile)(file, 'utf8')) || (await isOld(file));
    }
    catch {
        return false; // released meanwhile
    }
}
async function isOld(file) {
    const status = await (0,promises_.stat)(file).catch(() => undefined);
    return status !== undefined && Date.now() - status.mtimeMs > staleMilliseconds;
}
function isOfDeadProcess(text) {
    const held = /^\{"host":"([^"]*)","pid":(\d+)\}$/.exec(text);
    if (held === null || held[1] !== (0,external_node_os_.hostname)())
        return false;
    try {
        process.kill(Number(held[2]), 0);
        return false;
    }
    catch (error) {
        return (0,errors/* codeOf */.$N)(error) === 'ESRCH';
    }
}

;// CONCATENATED MODULE: ./lib/registry/layout-index.js







const maximumIndexBytes = 64 * 1024 * 1024; // 64 MiB, some 200,000 manifests
const lockName = 'index.json.lock';
const layoutFile = JSON.stringify({ imageLayoutVersion: '1.0.0' });
const empty = { schemaVersion: 2, mediaType: media_types/* mediaTypes */.Ib.index, manifests: [] };
/**
 * The list of manifests of a layout, or undefined when there is no layout yet (no directory, or an empty one).
 *
 * @throws IngotError `unreadable` for anything else that is not a layout
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 */
async function readLayoutIndex(directory) {
    if (!(await isLayout(directory)))
        return undefined;
    const file = (0,external_node_path_.join)(directory, 'index.json');
    const bytes = await readOrUnborn(file, maximumIndexBytes, ['oci-layout']);
    if (bytes === 'unborn')
        return undefined;
    if (bytes !== undefined)
        return (0,manifest/* parseIndex */.A1)(bytes, file);
    throw new errors/* IngotError */.se('unreadable', `${directory} is not an OCI image layout: index.json is missing`);
}
/** Makes the layout when there is none. Must have happened before the first blob is written. */
async function ensureLayout(directory, signal) {
    if ((await readLayoutIndex(directory)) === undefined)
        await editLayoutIndex(directory, (index) => index, signal);
}
/** Reads, changes and writes the list under a lock: of concurrent writers none loses an entry. */
async function editLayoutIndex(directory, edit, signal) {
    await readLayoutIndex(directory); // refuses before anything, even a lock, is put into a directory that is not a layout
    const file = (0,external_node_path_.join)(directory, 'index.json');
    await makeDirectory(directory);
    await withLock((0,external_node_path_.join)(directory, lockName), async () => {
        const index = await readLayoutIndex(directory);
        if (index === undefined)
            await writeText((0,external_node_path_.join)(directory, 'oci-layout'), layoutFile);
        const edited = edit(index ?? empty);
        if (edited !== index)
            await writeText(file, (0,manifest/* encodeJson */.Pr)(edited));
    }, signal);
}
/**
 * Lists a manifest, under tags when given. A tag has one owner: whoever had it before stays listed without it, so that
 * the image remains reachable by digest and by garbage collectors.
 */
function listManifest(index, descriptor, tags) {
    const others = [];
    for (const entry of index.manifests) {
        const tag = tagOf(entry);
        others.push(tag !== undefined && tags.includes(tag) ? withoutTag(entry) : entry);
    }
    const named = tags.map((tag) => withTag(descriptor, tag));
    const manifests = withoutRepetition([...others, ...(named.length > 0 ? named : [descriptor])]);
    return { ...index, manifests };
}
/** The entries without a tag; what it named stays listed. */
function unlistTag(index, tag) {
    return withoutRepetition(index.manifests.map((entry) => (tagOf(entry) === tag ? withoutTag(entry) : entry)));
}
function tagOf(entry) {
    return entry.annotations?.[media_types.annotationKeys.refName];
}
function withoutTag(entry) {
    const { annotations, ...rest } = entry;
    const { [media_types.annotationKeys.refName]: _, ...others } = annotations ?? {};
    return Object.keys(others).length === 0 ? rest : { ...rest, annotations: others };
}
function withTag(entry, tag) {
    return { ...entry, annotations: { ...entry.annotations, [media_types.annotationKeys.refName]: tag } };
}
/** One entry for each digest and tag; an untagged entry only for a digest that has no tagged one. */
function withoutRepetition(entries) {
    const tagged = new Set(entries.filter((entry) => tagOf(entry) !== undefined).map((entry) => entry.digest));
    const kept = new Map();
    for (const entry of entries) {
        const tag = tagOf(entry);
        if (tag === undefined && tagged.has(entry.digest))
            continue;
        kept.set(`${entry.digest} ${tag ?? ''}`, entry);
    }
    return [...kept.values()];
}
async function isLayout(directory) {
    const file = (0,external_node_path_.join)(directory, 'oci-layout');
    const bytes = await readOrUnborn(file, 4096, []);
    if (bytes === 'unborn')
        return false;
    if (bytes === undefined) {
        throw new errors/* IngotError */.se('unreadable', `${directory} is not an OCI image layout: the file oci-layout is missing`, {
            advice: 'Name the directory of an OCI image layout, or an empty or new directory to make one',
        });
    }
    const version = layoutVersion(bytes);
    if (version === undefined)
        throw new errors/* IngotError */.se('unreadable', `${file} is malformed: imageLayoutVersion is missing`);
    if (!version.startsWith('1.')) {
        throw new errors/* IngotError */.se('unsupported', `${file} says image layout version ${version}, only 1.x is understood`);
    }
    return true;
}
function layoutVersion(bytes) {
    try {
        const value = JSON.parse(bytes.toString('utf8'));
        const version = typeof value === 'object' && value !== null ? Reflect.get(value, 'imageLayoutVersion') : undefined;
        return typeof version === 'string' ? version : undefined;
    }
    catch {
        return undefined;
    }
}
/** A file of a layout, unless the layout is still to be made. Looks twice: another process may be making it just now. */
async function readOrUnborn(file, maximumBytes, allowed) {
    const bytes = await readBounded(file, maximumBytes);
    if (bytes !== undefined)
        return bytes;
    return (await isUnborn((0,external_node_path_.dirname)(file), allowed)) ? 'unborn' : readBounded(file, maximumBytes);
}
/** No directory, or one that holds nothing but what a first writer puts there before index.json. */
async function isUnborn(directory, allowed) {
    try {
        const names = await (0,promises_.readdir)(directory);
        return names.every((name) => allowed.includes(name) || name.startsWith(lockName) || name.endsWith(temporarySuffix));
    }
    catch (error) {
        if ((0,errors/* codeOf */.$N)(error) === 'ENOENT')
            return true;
        throw unreadableFile(directory, error);
    }
}
async function makeDirectory(directory) {
    try {
        await (0,promises_.mkdir)(directory, { recursive: true });
    }
    catch (error) {
        throw unwritableFile(directory, error);
    }
}
function writeText(file, text) {
    return writeAtomically(file, (handle) => handle.writeFile(text));
}

;// CONCATENATED MODULE: ./lib/registry/verified.js


const advice = 'The content was altered or damaged where it is stored: push it again from a copy that is known to be good';
function digestMismatch(where, expected, actual) {
    return new errors/* IngotError */.se('digest-mismatch', `${where} is not what its digest says: expected ${expected}, found ${actual}`, {
        advice,
    });
}
function sizeMismatch(where, expected, actual) {
    const message = `${where} is not what its descriptor says: expected ${expected.size} bytes of ${expected.digest}, found ${actual}`;
    return new errors/* IngotError */.se('digest-mismatch', message, { advice });
}
/**
 * Passes bytes on while hashing them. Stops at the first chunk that is too much, so that a lying source cannot fill
 * memory or disk. The last chunk is handed out only when the digest has proved right: whoever was given all bytes holds
 * what the digest names.
 *
 * @throws IngotError `digest-mismatch`
 */
async function* verified(source, expected, where, signal) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let size = 0;
    const prove = () => {
        const actual = `sha256:${hash.digest('hex')}`;
        if (actual !== expected.digest)
            throw digestMismatch(where, expected.digest, actual);
    };
    for await (const chunk of source) {
        signal?.throwIfAborted();
        if (chunk.byteLength === 0)
            continue;
        size += chunk.byteLength;
        if (size > expected.size)
            throw sizeMismatch(where, expected, 'more');
        hash.update(chunk);
        if (size === expected.size)
            prove();
        yield chunk;
    }
    if (size < expected.size)
        throw sizeMismatch(where, expected, `only ${size}`);
    if (size === 0)
        prove();
}
/** What a writer is given, checked once: by the store that it is read from, or here. */
function verifiedSource(source, where, signal) {
    return source.isVerified === true ? source.open() : verified(source.open(), source.descriptor, where, signal);
}

;// CONCATENATED MODULE: ./lib/registry/layout.js










const readChunkBytes = 256 * 1024; // fewer, larger reads: hashing dominates from here on
/**
 * An OCI image layout on disk. Referrers are the manifests in index.json that have a subject, as oras and skopeo list
 * them; where another tool brought a referrers tag (`sha256-<hex>`), that is read too.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 */
class LayoutStore {
    repository;
    traffic = { requests: 0, bytesSent: 0 };
    #directory;
    #described = new Map();
    #signal;
    #ensured;
    /** @param signal ends every call that is not given a signal of its own */
    constructor(reference, signal) {
        this.#signal = signal;
        this.repository = (0,oci_reference.formatRepository)(reference);
        this.#directory = (0,external_node_path_.resolve)(reference.directory);
    }
    async readManifest(label, options = {}) {
        this.#ended(options)?.throwIfAborted();
        const entries = (await readLayoutIndex(this.#directory))?.manifests ?? [];
        const isMeant = (entry) => typeof label === 'string' ? entry.digest === label : tagOf(entry) === label.tag;
        const entry = entries.find(isMeant);
        const digest = typeof label === 'string' ? label : entry?.digest;
        return digest === undefined ? undefined : this.#readManifest(digest, entry);
    }
    async writeManifest(bytes, mediaType, { tags = [], signal } = {}) {
        if (bytes.byteLength > manifest/* maximumManifestBytes */.ns)
            throw manifestTooLarge(this.repository, bytes.byteLength);
        const described = described_describe(bytes, mediaType, `a manifest for ${this.repository}`);
        const { descriptor } = described;
        const buffer = Buffer.from(bytes);
        const ended = signal ?? this.#signal;
        ended?.throwIfAborted();
        await this.#ensure(ended);
        const file = this.#blobFile(descriptor.digest);
        // Compared rather than measured: writing a manifest again heals one that was damaged.
        if (!(await isFile(file, buffer))) {
            await writeAtomically(file, (handle) => handle.writeFile(buffer));
            this.traffic.bytesSent += buffer.byteLength;
        }
        await editLayoutIndex(this.#directory, (index) => listManifest(index, descriptor, tags), ended);
        this.#described.set(descriptor.digest, described);
        return { mediaType, digest: descriptor.digest, size: descriptor.size };
    }
    async *readBlob(descriptor, options = {}) {
        await readLayoutIndex(this.#directory);
        const file = this.#blobFile(descriptor.digest);
        const handle = await openExisting(file);
        if (handle === undefined) {
            throw new errors/* IngotError */.se('not-found', `The blob ${descriptor.digest} is not in ${this.repository}`);
        }
        try {
            const { size } = await handle.stat();
            if (size !== descriptor.size)
                throw sizeMismatch(file, descriptor, `${size}`);
            const stream = handle.createReadStream({ highWaterMark: readChunkBytes, autoClose: false });
            yield* verified(stream, descriptor, file, this.#ended(options));
        }
        finally {
            await handle.close();
        }
    }
    async hasBlob(digest, options = {}) {
        this.#ended(options)?.throwIfAborted();
        return (await sizeOf(this.#blobFile(digest))) !== undefined;
    }
    async writeBlob(source, options = {}) {
        const { descriptor } = source;
        this.#ended(options)?.throwIfAborted();
        await this.#ensure(this.#ended(options));
        const file = this.#blobFile(descriptor.digest);
        if ((await sizeOf(file)) === descriptor.size)
            return;
        await writeAtomically(file, async (handle) => {
            const what = `The blob that is being written to ${this.repository}`;
            for await (const chunk of verifiedSource(source, what, this.#ended(options))) {
                await handle.writeFile(chunk);
            }
        });
        this.traffic.bytesSent += descriptor.size;
    }
    async writeNewBlob(source, options = {}) {
        await this.writeBlob(await source, options);
    }
    async mountBlob(descriptor, from, options = {}) {
        if (!(from instanceof LayoutStore) || !(await from.hasBlob(descriptor.digest)))
            return false;
        await this.#ensure(this.#ended(options));
        const file = this.#blobFile(descriptor.digest);
        if ((await sizeOf(file)) === descriptor.size)
            return true;
        for await (const _ of from.readBlob(descriptor, options))
            ; // only what is verified is linked
        try {
            await (0,promises_.mkdir)((0,external_node_path_.join)(this.#directory, 'blobs', 'sha256'), { recursive: true });
            await (0,promises_.link)(from.#blobFile(descriptor.digest), file);
        }
        catch (error) {
            // Another disk, or one without hard links: the bytes are copied instead.
            if ((0,errors/* codeOf */.$N)(error) === 'EEXIST')
                return true;
            await this.writeBlob({ descriptor, open: () => from.readBlob(descriptor, options) }, options);
        }
        return true;
    }
    async referrers(digest, options = {}) {
        const entries = (await readLayoutIndex(this.#directory))?.manifests ?? [];
        const found = new Map();
        for (const entry of entries) {
            this.#ended(options)?.throwIfAborted();
            if (tagOf(entry) === `sha256-${(0,oci_digest/* hexOf */.ZD)(digest)}`) {
                for (const listed of await this.#readFallback(entry))
                    found.set(listed.digest, listed);
            }
            const described = await this.#describeEntry(entry);
            if (described?.subject === digest)
                found.set(entry.digest, described.descriptor);
        }
        return [...found.values()];
    }
    async tags(options = {}) {
        this.#ended(options)?.throwIfAborted();
        const entries = (await readLayoutIndex(this.#directory))?.manifests ?? [];
        return [...new Set(entries.flatMap((entry) => tagOf(entry) ?? []))].sort();
    }
    /** Takes it off the list. The bytes stay for a collector (`umoci gc`): an index may still need them. */
    deleteManifest(digest, options = {}) {
        const others = ({ manifests }) => manifests.filter((entry) => entry.digest !== digest);
        return this.#unlist(others, options);
    }
    deleteTag(tag, options = {}) {
        return this.#unlist((index) => unlistTag(index, tag), options);
    }
    async #unlist(remaining, options) {
        const ended = this.#ended(options);
        ended?.throwIfAborted();
        if ((await readLayoutIndex(this.#directory)) === undefined)
            return false;
        let isChanged = false;
        const edit = (index) => {
            const manifests = remaining(index);
            isChanged = JSON.stringify(manifests) !== JSON.stringify(index.manifests);
            return isChanged ? { ...index, manifests } : index;
        };
        await editLayoutIndex(this.#directory, edit, ended);
        return isChanged;
    }
    async #readManifest(digest, entry) {
        const file = this.#blobFile(digest);
        const bytes = await readBounded(file, manifest/* maximumManifestBytes */.ns);
        if (bytes === undefined) {
            if (entry === undefined)
                return undefined;
            throw new errors/* IngotError */.se('unreadable', `${this.repository} lists the manifest ${digest}, but ${file} is missing`);
        }
        const actual = (0,oci_digest/* digestOf */.ol)(bytes);
        if (actual !== digest)
            throw digestMismatch(file, digest, actual);
        if (entry !== undefined && entry.size !== bytes.byteLength)
            throw sizeMismatch(file, entry, `${bytes.byteLength}`);
        const mediaType = entry?.mediaType ?? mediaTypeOf(bytes);
        if (mediaType === undefined)
            throw new errors/* IngotError */.se('unreadable', `${file} is not an image manifest`);
        return { descriptor: { ...(entry && withoutTag(entry)), mediaType, digest, size: bytes.byteLength }, bytes };
    }
    /** Undefined for what cannot be read: damage to one image must not hide the referrers of another. */
    async #describeEntry(entry) {
        if (this.#described.has(entry.digest))
            return this.#described.get(entry.digest);
        const described = await this.#readManifest(entry.digest, entry)
            .then((stored) => stored && described_describe(stored.bytes, entry.mediaType, this.repository))
            .catch(() => undefined);
        this.#described.set(entry.digest, described);
        return described;
    }
    async #readFallback(entry) {
        const stored = await this.#readManifest(entry.digest, entry);
        return stored === undefined ? [] : (0,manifest/* parseIndex */.A1)(stored.bytes, `the referrers tag in ${this.repository}`).manifests;
    }
    #ended(options) {
        return options.signal ?? this.#signal;
    }
    #ensure(signal) {
        this.#ensured ??= ensureLayout(this.#directory, signal).catch((error) => {
            this.#ensured = undefined;
            throw error;
        });
        return this.#ensured;
    }
    #blobFile(digest) {
        if (!(0,oci_digest/* isDigest */.Bc)(digest))
            throw new errors/* IngotError */.se('invalid-reference', `${JSON.stringify(digest)} is not a digest`);
        return (0,external_node_path_.join)(this.#directory, 'blobs', 'sha256', (0,oci_digest/* hexOf */.ZD)(digest));
    }
}
async function sizeOf(file) {
    try {
        const status = await (0,promises_.stat)(file);
        return status.isFile() ? status.size : undefined;
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw unreadableFile(file, error);
    }
}
function manifestTooLarge(where, size) {
    const message = `A manifest of ${size} bytes cannot be stored in ${where}: at most ${manifest/* maximumManifestBytes */.ns} are allowed`;
    return new errors/* IngotError */.se('size-exceeded', message);
}
async function isFile(file, bytes) {
    return (await sizeOf(file)) === bytes.byteLength && bytes.equals(await (0,promises_.readFile)(file));
}

;// CONCATENATED MODULE: ./lib/registry/docker-config.js





const entry = schema/* looseObject */._H3({
    auth: schema/* nullish */.cl6(schema/* string */.YjP()),
    username: schema/* nullish */.cl6(schema/* string */.YjP()),
    password: schema/* nullish */.cl6(schema/* string */.YjP()),
    identitytoken: schema/* nullish */.cl6(schema/* string */.YjP()),
    registrytoken: schema/* nullish */.cl6(schema/* string */.YjP()),
});
const config = schema/* looseObject */._H3({
    auths: schema/* nullish */.cl6(schema/* record */.g1P(schema/* string */.YjP(), entry)),
    credHelpers: schema/* nullish */.cl6(schema/* record */.g1P(schema/* string */.YjP(), schema/* string */.YjP())),
    credsStore: schema/* nullish */.cl6(schema/* string */.YjP()),
});
/**
 * What holds logins, in the order in which it is asked: the text of `DOCKER_AUTH_CONFIG`, the file that `REGISTRY_AUTH_FILE`
 * names, docker's, Podman's.
 *
 * @throws IngotError `invalid-config`, without a word of the file's content
 * @see https://docs.docker.com/reference/cli/docker/#docker-cli-configuration-file-configjson-properties
 * @see https://github.com/containers/image/blob/v5.36.0/docs/containers-auth.json.5.md
 */
async function readLoginFiles(env) {
    const home = env.HOME || (0,external_node_os_.homedir)();
    const names = [
        env.REGISTRY_AUTH_FILE,
        (0,external_node_path_.join)(env.DOCKER_CONFIG || (0,external_node_path_.join)(home, '.docker'), 'config.json'),
        env.XDG_RUNTIME_DIR && (0,external_node_path_.join)(env.XDG_RUNTIME_DIR, 'containers', 'auth.json'),
        (0,external_node_path_.join)(env.XDG_CONFIG_HOME || (0,external_node_path_.join)(home, '.config'), 'containers', 'auth.json'),
    ];
    const files = [];
    const text = env.DOCKER_AUTH_CONFIG;
    if (text)
        files.push({ ...parse(Buffer.from(text), 'DOCKER_AUTH_CONFIG'), file: 'DOCKER_AUTH_CONFIG' });
    for (const name of names) {
        const bytes = name ? await readBounded(name, 1024 * 1024) : undefined;
        if (name && bytes !== undefined)
            files.push({ ...parse(bytes, name), file: name });
    }
    return files;
}
function parse(bytes, file) {
    const advice = 'Write it again with docker login, or name another folder in DOCKER_CONFIG';
    let value;
    try {
        value = JSON.parse(bytes.toString('utf8'));
    }
    catch {
        throw new errors/* IngotError */.se('invalid-config', `Cannot read registry credentials from ${file}: it is not JSON`, { advice });
    }
    const parsed = config.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const at = parsed.error.issues[0]?.path[0] ?? 'the document';
    const message = `Cannot read registry credentials from ${file}: ${String(at)} has the wrong shape`;
    throw new errors/* IngotError */.se('invalid-config', message, { advice });
}

;// CONCATENATED MODULE: ./lib/registry/credentials.js

const dockerHub = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];
const dockerHubKey = 'https://index.docker.io/v1/'; // as docker login writes it, and as helpers know it
/**
 * The login for a repository: of each file what the credential helper for the host (or for all) has, then its `auths`, as
 * docker itself looks; the first that has one decides. Else, for GHCR inside a job on github.com, the job's own token. Hosts are compared
 * whole, ports included: a part of a name never matches. Below a host, the longest path that holds the repository wins.
 *
 * @param path the repository without its host, e.g. `acme/shop`
 * @throws IngotError `invalid-config`, and what a credential helper fails with; never with a word of a secret
 */
async function readCredentials(host, path, env = process.env, signal) {
    for (const file of await readLoginFiles(env)) {
        const found = await readFrom(file, host, path, env, signal);
        if (found !== undefined)
            return found;
    }
    return jobToken(host, env);
}
async function readFrom({ file, auths, credHelpers, credsStore }, host, path, env, signal) {
    const hosts = namesOf(host);
    const server = hosts === dockerHub ? dockerHubKey : host;
    const own = Object.entries(credHelpers ?? {}).find(([key]) => hosts.includes(hostOfKey(key)))?.[1];
    const helper = own || credsStore;
    const kept = helper ? await ask(helper, server, file, env, signal) : undefined;
    if (kept !== undefined)
        return kept;
    for (const entry of entriesFor(auths ?? {}, hosts, path)) {
        const found = credentialsOf(entry);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** Most have no helper, and do not pay for what runs one. */
async function ask(...call) {
    const { askHelper } = await __webpack_require__.e(/* import() */ 810).then(__webpack_require__.bind(__webpack_require__, 2810));
    return askHelper(...call);
}
/** The entries that hold the repository, the closest first: `quay.io/acme/shop`, `quay.io/acme`, `quay.io`. */
function entriesFor(auths, hosts, path) {
    const wanted = hosts.flatMap((host) => prefixesOf(path).map((prefix) => (prefix === '' ? host : `${host}/${prefix}`)));
    const found = Object.entries(auths).filter(([key]) => wanted.includes(hostOfKey(key)));
    const depth = (key) => hostOfKey(key).split('/').length;
    return found.sort(([a], [b]) => depth(b) - depth(a)).map(([, entry]) => entry);
}
function prefixesOf(path) {
    const parts = path.split('/');
    return ['', ...parts.map((_, n) => parts.slice(0, n + 1).join('/'))];
}
function namesOf(host) {
    return dockerHub.includes(host) ? dockerHub : [host.toLowerCase()];
}
/** `https://index.docker.io/v1/`, `ghcr.io` and `quay.io/acme` are all ways to write what a login is for. */
function hostOfKey(key) {
    const [host = '', ...rest] = key
        .replace(/^https?:\/\//, '')
        .split('/')
        .filter(Boolean);
    const isApi = rest.length === 1 && /^v[12]$/.test(rest[0] ?? '');
    return [host.toLowerCase(), ...(isApi ? [] : rest)].join('/');
}
function credentialsOf({ auth, username, password, identitytoken, registrytoken, }) {
    if (registrytoken)
        return { kind: 'registry-token', token: registrytoken };
    if (identitytoken)
        return { kind: 'identity-token', token: identitytoken };
    const plain = auth ? Buffer.from(auth, 'base64').toString('utf8') : `${username ?? ''}:${password ?? ''}`;
    const colon = plain.indexOf(':');
    if (colon <= 0)
        return undefined;
    return { kind: 'login', username: plain.slice(0, colon), password: plain.slice(colon + 1).replace(/\0+$/, '') };
}
/** `GITHUB_TOKEN`, for the registry of the server that issued it and no other: a GitHub Enterprise Server's goes nowhere. */
function jobToken(host, env) {
    const { GITHUB_TOKEN: password, GITHUB_ACTOR: username, GITHUB_SERVER_URL: issuer } = env;
    if (host !== 'ghcr.io' || issuer !== 'https://github.com' || !password)
        return undefined;
    return { kind: 'login', username: username || 'x-access-token', password };
}

;// CONCATENATED MODULE: ./lib/registry/challenge.js
/**
 * The challenges of a WWW-Authenticate header that we can answer, in order.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110.html#section-11.6.1
 */
function parseChallenges(header) {
    const challenges = [];
    const part = /([A-Za-z0-9!#$%&'*+.^_`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/gy;
    let position = 0;
    while (position < header.length && position < 8192) {
        const gap = /[\s,]*/y;
        gap.lastIndex = position;
        gap.exec(header);
        part.lastIndex = gap.lastIndex;
        const match = part.exec(header);
        if (match === null)
            break;
        position = part.lastIndex;
        const [, name = '', quoted, bare] = match;
        if (quoted === undefined && bare === undefined)
            challenges.push({ scheme: name.toLowerCase(), parameters: {} });
        else {
            const last = challenges.at(-1);
            if (last)
                last.parameters[name.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
        }
    }
    return challenges.filter((challenge) => /^(?:basic|bearer)$/.test(challenge.scheme));
}

;// CONCATENATED MODULE: ./lib/registry/scopes.js
const pattern = /^(repository(?:\([a-z]+\))?):([a-z0-9][a-z0-9._/-]*(?::\d+)?(?:\/[a-z0-9._/-]+)?):([a-z*]+(?:,[a-z*]+)*)$/;
const order = ['pull', 'push', 'delete', '*'];
function scopeOf(path, access) {
    const actions = { read: 'pull', write: 'pull,push', delete: 'delete' }[access];
    return `repository:${path}:${actions}`;
}
/** Whether a token for `granted` serves for `wanted` too: who may push may pull. */
function covers(granted, wanted) {
    const has = byResource(granted);
    return [...byResource(wanted)].every(([resource, actions]) => {
        const mine = has.get(resource);
        return mine !== undefined && [...actions].every((action) => mine.has(action));
    });
}
/** Both together, one scope a resource. */
function widen(scopes, more) {
    return [...byResource([...scopes, ...more])].map(([resource, actions]) => {
        const sorted = [...actions].sort((a, b) => order.indexOf(a) - order.indexOf(b));
        return `${resource}:${sorted.join(',')}`;
    });
}
/** The scopes of a challenge that can be asked for: of repositories, separated by spaces, at most a handful. */
function readScopes(text) {
    return text
        .split(' ')
        .filter((scope) => scope.length < 512 && pattern.test(scope))
        .slice(0, 8);
}
function byResource(scopes) {
    const found = new Map();
    for (const scope of scopes) {
        const colon = scope.lastIndexOf(':');
        const resource = scope.slice(0, colon);
        const actions = found.get(resource) ?? new Set();
        for (const action of scope.slice(colon + 1).split(','))
            actions.add(action);
        found.set(resource, actions);
    }
    return found;
}

;// CONCATENATED MODULE: ./lib/registry/token-service.js



const maximumTokenBytes = 1024 * 1024; // 1 MiB
const defaultSeconds = 60; // what the specification says of an answer without `expires_in`
const tokenAnswer = schema/* looseObject */._H3({
    token: schema/* optional */.lqM(schema/* string */.YjP()),
    access_token: schema/* optional */.lqM(schema/* string */.YjP()),
    expires_in: schema/* nullish */.cl6(schema/* number */.aig().check(schema/* nonnegative */.ZnW())),
});
const errorAnswer = schema/* looseObject */._H3({
    details: schema/* optional */.lqM(schema/* string */.YjP()),
    errors: schema/* optional */.lqM(schema/* array */.YOg(schema/* looseObject */._H3({ code: schema/* optional */.lqM(schema/* string */.YjP()), message: schema/* optional */.lqM(schema/* string */.YjP()) }))),
});
/**
 * Asks for a token: with an identity token by OAuth2 (POST), else by GET, with the login when there is one.
 *
 * @throws IngotError `unauthorized`; `unreachable` when the service is overloaded or down
 * @see https://distribution.github.io/distribution/spec/auth/token/
 * @see https://distribution.github.io/distribution/spec/auth/oauth/
 */
async function askToken(from, ask) {
    const { credentials, http, signal } = ask;
    const identity = credentials?.kind === 'identity-token' ? credentials.token : undefined;
    const request = identity === undefined ? byGet(from, ask) : byPost(from, ask.scopes, identity);
    const { status, bytes } = await http.exchange({ ...request, ...(signal && { signal }) }, async (answer) => ({
        status: answer.status,
        bytes: await answer.bytes(maximumTokenBytes),
    }));
    if (status !== 200)
        throw refusal(status, bytes, from.realm, ask);
    return readToken(bytes, from.realm);
}
function byGet({ realm, service }, { scopes, credentials }) {
    const url = new URL(realm);
    if (service !== undefined)
        url.searchParams.set('service', service);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    const headers = credentials?.kind === 'login' && { authorization: basicHeader(credentials) };
    return { method: 'GET', url, ...(headers && { headers }) };
}
function byPost({ realm, service }, scopes, identity) {
    const form = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'ingot', refresh_token: identity });
    if (service !== undefined)
        form.set('service', service);
    form.set('scope', scopes.join(' '));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = Buffer.from(form.toString());
    // The body is a secret: it goes to the realm and nowhere else.
    return { method: 'POST', url: realm, headers, body, idempotent: true, redirect: 'refuse' };
}
function basicHeader({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
function readToken(bytes, realm) {
    try {
        const { token, access_token, expires_in } = tokenAnswer.parse(JSON.parse(bytes.toString('utf8')));
        const text = token || access_token;
        if (text && /^[\x21-\x7e]+$/.test(text))
            return { text, seconds: expires_in ?? defaultSeconds };
    }
    catch {
        // Said below, without the answer: it may hold a secret.
    }
    throw new errors/* IngotError */.se('unauthorized', `The token service ${(0,http.redactUrl)(realm)} gave no token`);
}
function refusal(status, bytes, realm, { host, credentials }) {
    const message = `The token service ${(0,http.redactUrl)(realm)} answered ${status}${said(bytes)}`;
    if (status === 429 || status >= 500) {
        return new errors/* IngotError */.se('unreachable', message, { advice: 'Try again later: this is no verdict on your login' });
    }
    const advice = credentials === undefined
        ? `Log in with docker login ${host}`
        : `The stored login for ${host} was refused: log in again with docker login ${host}, and check that it may do this`;
    return new errors/* IngotError */.se('unauthorized', message, { advice });
}
function said(bytes) {
    try {
        const { details, errors } = errorAnswer.parse(JSON.parse(bytes.toString('utf8')));
        const text = errors?.map(({ code, message }) => [code, message].filter(Boolean).join(': ')).join('; ') ?? details;
        return text ? ` (${(0,http.redactText)(text)})` : '';
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./lib/registry/authorizer.js





const marginMilliseconds = 10_000; // a token that ends while its request is on the way would be refused
/**
 * Answers a registry's challenges for one repository: Basic from credentials, Bearer by asking the token service that
 * the challenge names. Tokens are kept until shortly before they expire, or the registry refuses them; one that was
 * asked for more serves for less.
 *
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
class Authorizer {
    #options;
    #grants = [];
    #credentials;
    constructor(options) {
        this.#options = options;
    }
    /** The Authorization header to send at once, if any: a known one, or a new one where the registry's ways are known. */
    async headerFor(asking) {
        const known = this.#known(asking.scopes);
        if (known !== undefined)
            return known;
        const { scheme } = this.#options.learnt;
        if (scheme === undefined)
            return undefined;
        // What cannot be had now is left to the challenge, whose failure is the one to report.
        return this.#obtain(scheme, asking, undefined).catch(() => {
            asking.signal?.throwIfAborted();
            return undefined;
        });
    }
    /**
     * A new header after a refusal, or undefined when the challenge cannot be answered. Requests that are refused at the
     * same time share one answer.
     *
     * @param refused the header that was refused
     */
    async answer(challenge, asking, refused) {
        const known = await this.#known(asking.scopes);
        if (known !== undefined && known !== refused)
            return known;
        if (known !== undefined)
            this.#grants = this.#grants.filter(({ scopes }) => !covers(scopes, asking.scopes));
        const challenges = parseChallenges(challenge ?? '');
        const bearer = challenges.find(({ scheme }) => scheme === 'bearer');
        const scheme = bearer ? this.#serviceOf(bearer) : challenges.length > 0 ? 'basic' : undefined;
        if (scheme === undefined)
            return undefined;
        this.#options.learnt.scheme = scheme;
        const scopes = widen(asking.scopes, readScopes(bearer?.parameters.scope ?? ''));
        return this.#obtain(scheme, { ...asking, scopes }, refused);
    }
    /** Whether any credentials are stored for this repository: decides what advice is given. */
    async hasCredentials() {
        return (await this.#readCredentials()) !== undefined;
    }
    #known(scopes) {
        const now = Date.now();
        this.#grants = this.#grants.filter(({ until }) => until > now);
        return this.#grants.find((grant) => covers(grant.scopes, scopes))?.header;
    }
    async #obtain(scheme, asking, refused) {
        const credentials = await this.#readCredentials(asking.signal);
        const fixed = fixedHeader(scheme, credentials);
        if (fixed !== undefined || scheme === 'basic') {
            if (fixed === refused) {
                this.#credentials = undefined; // read again next time: somebody may log in meanwhile
                return undefined;
            }
            return fixed;
        }
        // Somebody else may have asked while the credentials were read.
        const known = this.#known(asking.scopes);
        if (known !== undefined && (await known) !== refused)
            return known;
        return this.#ask(scheme, asking, credentials);
    }
    #ask(service, { scopes, http, signal }, credentials) {
        const { host } = new URL(this.#options.origin);
        const asking = askToken(service, { host, scopes, credentials, http, ...(signal && { signal }) });
        const grant = {
            scopes,
            header: asking.then(({ text, seconds }) => {
                const milliseconds = seconds * 1000;
                grant.until = Date.now() + Math.max(milliseconds - marginMilliseconds, milliseconds / 2);
                return `Bearer ${text}`;
            }),
            until: Number.POSITIVE_INFINITY,
        };
        this.#grants.push(grant);
        grant.header.catch(() => {
            this.#grants = this.#grants.filter((other) => other !== grant);
            this.#credentials = undefined;
        });
        return grant.header;
    }
    #readCredentials(signal) {
        if (this.#credentials === undefined) {
            const reading = this.#options.credentials(signal);
            this.#credentials = reading;
            reading.catch(() => {
                if (this.#credentials === reading)
                    this.#credentials = undefined;
            });
        }
        return this.#credentials;
    }
    #serviceOf({ parameters }) {
        const { realm: text = '', service } = parameters;
        const realm = URL.canParse(text) ? new URL(text) : undefined;
        if (realm === undefined || !this.#options.mayAsk(realm)) {
            const where = realm ? (0,http.redactUrl)(realm) : 'no address';
            const message = `${this.#options.origin} sends to ${where} for a token, which is not safe to ask`;
            throw new errors/* IngotError */.se('unauthorized', message, {
                advice: 'A token service is asked over https only, unless the registry itself is allowed to speak plain HTTP',
            });
        }
        realm.username = '';
        realm.password = '';
        realm.hash = '';
        return { realm, service: service || undefined };
    }
}
/** What is sent as it is, without a token service. */
function fixedHeader(scheme, credentials) {
    if (credentials?.kind === 'registry-token')
        return `Bearer ${credentials.token}`;
    return scheme === 'basic' && credentials?.kind === 'login' ? basicHeader(credentials) : undefined;
}

;// CONCATENATED MODULE: ./lib/registry/host-memory.js

const maximumBlobs = 100_000; // of one repository: some 10 MB
/**
 * What this process has found out about a registry, shared by all its repositories: round trips that one operation paid for
 * are saved for the next. Nothing here is needed for an answer to be right.
 */
class HostMemory {
    learnt = {};
    /** Whether it takes a blob in a single POST; undefined until tried. */
    takesSinglePost;
    /** Whether a mount has succeeded here: only then does a refused mount mean that a blob is missing. */
    hasMounted = false;
    /** Whether it turned out to speak TLS where plain HTTP was tried first. */
    isSecure = false;
    #authorizers = new Map();
    #blobs = new Map();
    authorizerOf(path, options) {
        const known = this.#authorizers.get(path) ?? new Authorizer({ ...options, learnt: this.learnt });
        this.#authorizers.set(path, known);
        return known;
    }
    /** Blobs that were seen or put there: not asked about again, unless the registry says that it lacks one. */
    blobsOf(path) {
        const known = this.#blobs.get(path);
        if (known !== undefined && known.size < maximumBlobs)
            return known;
        const blobs = new Set();
        this.#blobs.set(path, blobs);
        return blobs;
    }
}
const memories = new Map();
function memoryOf(host) {
    const known = memories.get(host) ?? new HostMemory();
    memories.set(host, known);
    return known;
}

;// CONCATENATED MODULE: ./lib/registry/endpoint.js







const maximumRefusalBytes = 64 * 1024; // 64 KiB
/**
 * One repository of one registry over HTTP: where it is, how it is spoken to, and what its refusals mean. Knows nothing
 * of blobs and manifests.
 */
class Endpoint {
    host;
    path;
    memory;
    signal;
    #http;
    #server;
    #isPlain;
    #authorizer;
    #willWrite;
    constructor({ host, path }, { signal, willWrite = false, ...options } = {}) {
        this.host = host;
        this.path = path;
        this.signal = signal;
        this.#willWrite = willWrite;
        this.#http = new http.HttpClient(options);
        this.memory = memoryOf(host);
        const insecureHosts = options.insecureHosts ?? [];
        const isInsecure = (url) => insecureHosts.includes(url.host) || insecureHosts.includes(url.hostname);
        this.#server = host === 'docker.io' || host === 'index.docker.io' ? 'registry-1.docker.io' : host;
        const plain = new URL(`http://${this.#server}`);
        this.#isPlain = isInsecure(plain) || (0,http.isLoopback)(plain.hostname);
        this.#authorizer = this.memory.authorizerOf(path, {
            origin: this.#base.origin,
            credentials: (ended) => readCredentials(host, path, process.env, ended),
            // A registry behind TLS does not make us send a login in clear, not even to this machine.
            mayAsk: (url) => url.protocol === 'https:' ||
                (url.protocol === 'http:' &&
                    (isInsecure(url) || ((0,http.isLoopback)(url.hostname) && this.#base.protocol === 'http:'))),
        });
    }
    get traffic() {
        return this.#http.traffic;
    }
    get #base() {
        const scheme = this.#isPlain && !this.memory.isSecure ? 'http' : 'https';
        return new URL(`${scheme}://${this.#server}/v2/${this.path}/`);
    }
    /** An address in this repository; one that the registry gave is taken relative to the last. */
    resolve(to, from = this.#base) {
        if (!URL.canParse(to, from.href)) {
            throw new errors/* IngotError */.se('unreachable', `${this.host} sent an address that cannot be read, for ${this.path}`);
        }
        return new URL(to, from);
    }
    /** Sends, answers a challenge once, and turns every unexpected status into an error. */
    async send(call, read) {
        const signal = call.signal ?? this.signal;
        return this.#named(call.operation, signal, async () => {
            let given = {};
            for (;;) {
                const outcome = await this.#attempt(call, signal, given, read);
                if ('value' in outcome)
                    return outcome.value;
                given = outcome.again;
            }
        });
    }
    /** The answer, read; or what to do differently, each thing once. */
    async #attempt(call, signal, given, read) {
        const url = typeof call.to === 'string' ? this.resolve(call.to) : call.to;
        const isOurs = url.origin === this.#base.origin;
        const asking = { scopes: this.#scopesOf(call), http: this.#http, signal };
        const authorization = given.authorization ?? (isOurs ? await this.#authorizer.headerFor(asking) : undefined);
        const request = withAuthorization({ ...call, url, ...(signal && { signal }) }, authorization);
        const outcome = await this.#http.exchange(request, async (answer) => {
            if (given.authorization === undefined && isOurs && isChallenge(answer) && answer.url.origin === url.origin) {
                await answer.bytes(maximumRefusalBytes).catch(() => answer.discard());
                return { challenged: answer };
            }
            if (isOurs && (await this.#turnsOutSecure(answer)))
                return { again: given };
            return { value: await this.#read(answer, call, read) };
        });
        if (!('challenged' in outcome))
            return outcome;
        // Out of the exchange: a token service that cannot be reached is no reason to ask the registry again.
        const { challenged } = outcome;
        const header = await this.#authorizer.answer(challenged.header('www-authenticate'), asking, authorization);
        return header === undefined
            ? { value: await this.#read(challenged, call, read) }
            : { again: { authorization: header } };
    }
    /** Go's servers and nginx say so when they are spoken to in plain HTTP on a port for TLS; only this machine is, untold. */
    async #turnsOutSecure(answer) {
        if (answer.status !== 400 || this.#base.protocol === 'https:')
            return false;
        if ((answer.declaredBytes ?? 0) > 4096)
            return false;
        const text = (await answer.bytes(4096).catch(() => Buffer.alloc(0))).toString('latin1');
        this.memory.isSecure = /HTTP request (?:was sent )?to (?:an )?HTTPS (?:server|port)/i.test(text);
        return this.memory.isSecure;
    }
    async #read(answer, call, read) {
        if (call.expect.includes(answer.status))
            return read(answer);
        throw await this.refusal(answer, call.operation);
    }
    async refusal(answer, operation) {
        return refusalOf(answer, operation, await this.#authorizer.hasCredentials());
    }
    #scopesOf({ operation, alsoReads, method }) {
        const isDeletion = method === 'DELETE' && operation.deletes === true;
        const access = isDeletion ? 'delete' : operation.writes || this.#willWrite ? 'write' : 'read';
        const own = scopeOf(this.path, access);
        return alsoReads === undefined || alsoReads === this.path ? [own] : [own, scopeOf(alsoReads, 'read')];
    }
    /**
     * Waits before attempt `n` (from 0) is made again: doubling, with jitter, or as the registry asked. False, at once, when
     * it asks for more than is worth waiting for.
     */
    async pause(n, retryAfter, signal = this.signal) {
        const delay = this.#http.delayBefore(n, retryAfter);
        if (delay !== undefined)
            await (0,external_node_timers_promises_.setTimeout)(delay, undefined, signal && { signal });
        return delay !== undefined;
    }
    /** Names what went wrong with a body like everything else. */
    nameFailure(operation, error) {
        return withOperation(operation, error);
    }
    async #named(operation, signal, work) {
        try {
            return await work();
        }
        catch (error) {
            signal?.throwIfAborted();
            throw withOperation(operation, error);
        }
    }
}
function isChallenge(answer) {
    const isInsufficient = () => /\berror="?insufficient_scope\b/.test(answer.header('www-authenticate') ?? '');
    return answer.status === 401 || (answer.status === 403 && isInsufficient());
}
function withOperation(operation, error) {
    if (!(error instanceof errors/* IngotError */.se) || error.message.includes(operation.repository))
        return error;
    return new errors/* IngotError */.se(error.reason, `${describeOperation(operation)}: ${error.message}`, {
        cause: error,
        ...(error.advice !== undefined && { advice: error.advice }),
    });
}
function withAuthorization(request, authorization) {
    return authorization === undefined ? request : { ...request, headers: { ...request.headers, authorization } };
}

;// CONCATENATED MODULE: ./lib/registry/pages.js

const maximumPageBytes = 8 * 1024 * 1024;
const maximumPages = 2000; // registries give a hundred tags or more at a time
/**
 * The JSON documents of a list that a registry hands out in pages; none when there is no such list (404).
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags
 */
async function* readPages(endpoint, first, operation, options) {
    const seen = new Set();
    let next = endpoint.resolve(first);
    while (next !== undefined) {
        if (seen.has(next.href) || seen.size === maximumPages) {
            throw new errors/* IngotError */.se('unreadable', `${operation.repository}: the registry's pages lead in a circle, cannot ${operation.verb}`);
        }
        seen.add(next.href);
        const call = { method: 'GET', to: next, operation, expect: [200, 404], ...options };
        const page = await endpoint.send(call, async (answer) => {
            const bytes = await answer.bytes(maximumPageBytes);
            if (answer.status === 404)
                return undefined;
            return { document: parseJson(bytes, operation), next: nextPage(answer.header('link')), from: answer.url };
        });
        if (page === undefined)
            return;
        yield page.document;
        next = page.next === undefined ? undefined : endpoint.resolve(page.next, page.from);
    }
}
/** @see https://www.rfc-editor.org/rfc/rfc8288.html */
function nextPage(link) {
    // A hostile header must not take quadratic time: addresses hold no `<`, and no list needs more than this.
    return /<([^<>]*)>\s*;[^,]*\brel="?next"?/i.exec(link?.slice(0, 8192) ?? '')?.[1];
}
function parseJson(bytes, { verb, repository }) {
    try {
        return JSON.parse(bytes.toString('utf8'));
    }
    catch {
        throw new errors/* IngotError */.se('unreadable', `Cannot ${verb} from ${repository}: the registry's answer is not JSON`, {
            advice: 'Check that the host is a registry, and not a web page in front of it',
        });
    }
}

;// CONCATENATED MODULE: ./lib/registry/passage.js
/** Bytes of a source in order, in slices; from an earlier place again when a slice has to be sent twice. */
class Passage {
    #open;
    #reading;
    #rest;
    #position = 0;
    #slice;
    #hasFailed = false;
    constructor(open) {
        this.#open = open;
    }
    /**
     * The bytes from `from` up to `to`. Reads on where the last slice ended; else from the first byte, passing over those before
     * `from`, so that a source which checks itself sees all of its bytes.
     */
    async *slice(from, to) {
        const mine = Symbol('slice');
        // A slice of a request that was lost may still wait for its next bytes: it gets nothing more, and they are read again.
        const isForsaken = this.#slice !== undefined;
        this.#slice = mine;
        try {
            if (isForsaken || this.#reading === undefined || this.#position !== from)
                await this.#begin(from);
            while (this.#slice === mine && this.#position < to) {
                const chunk = await this.#next();
                if (chunk === undefined || this.#slice !== mine)
                    return;
                const wanted = to - this.#position;
                this.#rest = chunk.byteLength > wanted ? chunk.subarray(wanted) : undefined;
                const part = chunk.byteLength > wanted ? chunk.subarray(0, wanted) : chunk;
                this.#position += part.byteLength;
                yield part;
            }
        }
        finally {
            if (this.#slice === mine)
                this.#slice = undefined;
        }
    }
    /** Whether the source itself has failed, rather than whoever takes its bytes: it has tried again already. */
    get hasFailed() {
        return this.#hasFailed;
    }
    /** Lets go of the source. */
    end() {
        const reading = this.#reading;
        this.#reading = undefined;
        this.#rest = undefined;
        // Not waited for: a source that is stuck would hold up whoever has given it up.
        reading?.return?.().catch(() => undefined);
    }
    async #begin(from) {
        this.end();
        this.#reading = this.#open()[Symbol.asyncIterator]();
        this.#position = 0;
        while (this.#position < from) {
            const chunk = await this.#next();
            if (chunk === undefined)
                return;
            const surplus = this.#position + chunk.byteLength - from;
            this.#rest = surplus > 0 ? chunk.subarray(chunk.byteLength - surplus) : undefined;
            this.#position = Math.min(from, this.#position + chunk.byteLength);
        }
    }
    async #next() {
        if (this.#rest !== undefined) {
            const rest = this.#rest;
            this.#rest = undefined;
            return rest;
        }
        const reading = this.#reading;
        try {
            const { done, value } = (await reading?.next()) ?? { done: true, value: undefined };
            return done === true ? undefined : value;
        }
        catch (error) {
            // What has failed has ended: to read on would find nothing, and send a body that is too short.
            if (this.#reading === reading) {
                this.#hasFailed = true;
                this.end();
            }
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./lib/registry/upload-session.js

/** @throws IngotError `unreachable` when the answer names no address */
function sessionOf(endpoint, answer, before) {
    const text = answer.header('oci-chunk-min-length');
    const said = text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
    const location = answer.header('location');
    if (location === undefined && before !== undefined)
        return before;
    if (location === undefined) {
        throw new errors/* IngotError */.se('unreachable', `${endpoint.host} opened an upload for ${endpoint.path}, and did not say where`);
    }
    return {
        location: endpoint.resolve(location, answer.url),
        minimumPartBytes: said ?? before?.minimumPartBytes ?? 0,
    };
}
function beginUpload(endpoint, operation, options) {
    const call = { method: 'POST', idempotent: true, to: 'blobs/uploads/', operation, expect: [202], ...options };
    return endpoint.send(call, async (answer) => {
        answer.discard();
        return sessionOf(endpoint, answer);
    });
}
/** How many bytes an upload has, by its Range (`0-99` is a hundred). Nothing and one byte are both written `0-0`: then undefined. */
function offsetOf(answer, atMost) {
    const match = /^(?:bytes=)?0-(\d{1,15})$/.exec(answer.header('range') ?? '');
    const offset = match === null ? 0 : Number(match[1]) + 1;
    return offset > 1 && offset <= atMost ? offset : undefined;
}

;// CONCATENATED MODULE: ./lib/registry/upload.js





/** Up to here a blob goes in one PUT; what is larger goes as PATCH and PUT, as docker sends it. */
const monolithicBytes = 64 * 1024 * 1024; // 64 MiB
/** A part's first size when a registry, or a proxy before it, refuses a body as too large; halved while it still does. */
const firstPartBytes = 32 * 1024 * 1024; // 32 MiB
const smallestPartBytes = 1024 * 1024; // 1 MiB
/** In a row, without a byte of progress. */
const attempts = 4;
const maximumRounds = 50;
/**
 * Sends one blob. A connection that breaks costs what was on the way: the registry is asked how much it has, and gets the
 * rest; where it cannot say, all is sent again.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-a-blob-in-chunks
 */
class Upload {
    #endpoint;
    #source;
    #operation;
    #options;
    #isThere;
    #passage;
    #session;
    #offset = 0;
    #partBytes;
    #mayResume = true;
    #retryAfter;
    constructor(endpoint, source, { operation, options, session, isThere }) {
        this.#endpoint = endpoint;
        this.#source = source;
        this.#operation = operation;
        this.#options = options;
        this.#session = session;
        this.#isThere = isThere;
        const what = `The blob that is being pushed to ${operation.repository}`;
        const signal = options.signal ?? endpoint.signal;
        this.#passage = new Passage(() => verifiedSource(source, what, signal));
        this.#partBytes = source.descriptor.size <= monolithicBytes ? 0 : Number.POSITIVE_INFINITY;
    }
    /** @throws IngotError what the registry refuses, or the source fails with; a passing failure only when it stays */
    async run() {
        try {
            for (let failures = 0, rounds = 0;; rounds += 1) {
                const before = this.#offset;
                const setback = await this.#advance(rounds > 0);
                if (setback === undefined)
                    return;
                failures = setback.isTurn ? 0 : this.#offset > before ? 1 : failures + 1;
                if (failures >= attempts || rounds >= maximumRounds)
                    throw setback.failure;
                if (setback.isTurn)
                    continue;
                const isWorthIt = await this.#endpoint.pause(failures - 1, this.#retryAfter, this.#options.signal);
                if (!isWorthIt)
                    throw setback.failure;
            }
        }
        finally {
            this.#passage.end();
        }
    }
    /** Goes on from where it is. Undefined when the blob is there; else what went wrong, with the way on prepared. */
    async #advance(isAgain) {
        this.#retryAfter = undefined;
        try {
            // The answer alone may have been lost.
            if (isAgain && this.#session === undefined && (await this.#isThere()))
                return undefined;
            this.#session ??= await beginUpload(this.#endpoint, this.#operation, this.#options);
            if ((await this.#send(this.#session)) === undefined)
                return undefined;
            this.#restart();
            const message = `${this.#operation.repository} has lost the upload of ${this.#source.descriptor.digest}`;
            return { failure: new errors/* IngotError */.se('unreachable', message) };
        }
        catch (error) {
            if (!(error instanceof errors/* IngotError */.se) || this.#passage.hasFailed)
                throw error;
            if (error.reason === 'size-exceeded' && this.#split())
                return { failure: error, isTurn: true };
            if (refusal_isPassing(error))
                await this.#resume();
            else if (!this.#isSpoilt(error))
                throw error;
            return { failure: error };
        }
    }
    /** A registry that took a part twice, or lost one, says so at the end: then all is sent again, once, and never resumed. */
    #isSpoilt(error) {
        const isSpoilt = this.#offset > 0 && this.#mayResume && /\bDIGEST_INVALID\b/.test(error.message);
        if (isSpoilt) {
            this.#mayResume = false;
            this.#restart();
        }
        return isSpoilt;
    }
    async #send(session) {
        const { size } = this.#source.descriptor;
        if (this.#partBytes === 0 && this.#offset === 0)
            return this.#finish(session, size);
        while (this.#offset < size) {
            const part = Math.max(this.#partBytes || size, session.minimumPartBytes);
            const lost = await this.#patch(this.#session ?? session, Math.min(size, this.#offset + part));
            if (lost !== undefined)
                return lost;
        }
        return this.#finish(this.#session ?? session, 0);
    }
    async #patch({ location }, to) {
        const from = this.#offset;
        const headers = { 'content-type': 'application/octet-stream', 'content-range': `${from}-${to - 1}` };
        const body = { size: to - from, open: () => this.#passage.slice(from, to) };
        const call = { method: 'PATCH', to: location, headers, body, operation: this.#operation, ...this.#options };
        return this.#endpoint.send({ ...call, expect: [202, 404, 416, 500, 502, 503, 504] }, async (answer) => {
            await this.#refuseOverload(answer);
            answer.discard();
            if (answer.status === 404)
                return { lost: true };
            if (answer.status === 416)
                throw new errors/* IngotError */.se('unreachable', `${this.#operation.repository} expects another part of the blob than from ${from}`);
            this.#session = sessionOf(this.#endpoint, answer, this.#session);
            this.#offset = offsetOf(answer, to) ?? to;
            if (this.#offset <= from) {
                throw new errors/* IngotError */.se('unreachable', `${this.#operation.repository} has taken nothing of the part from ${from}`);
            }
            return undefined;
        });
    }
    /** Closes the upload, with all of the blob or with what has been sent before. */
    async #finish({ location }, bytes) {
        const { digest, size } = this.#source.descriptor;
        const to = new URL(`${location.href}${location.search === '' ? '?' : '&'}digest=${encodeURIComponent(digest)}`);
        const headers = { 'content-type': 'application/octet-stream' };
        const body = bytes === 0 ? Buffer.alloc(0) : { size, open: () => this.#passage.slice(0, size) };
        const call = {
            method: 'PUT',
            idempotent: false,
            to,
            headers,
            body,
            operation: this.#operation,
            ...this.#options,
        };
        return this.#endpoint.send({ ...call, expect: [201, 404, 500, 502, 503, 504] }, async (answer) => {
            await this.#refuseOverload(answer);
            if (answer.status === 404) {
                const refusal = await this.#endpoint.refusal(answer, this.#operation);
                if (!/\bBLOB_UPLOAD_(?:UNKNOWN|INVALID)\b/.test(refusal.message))
                    throw refusal;
                return { lost: true };
            }
            answer.discard();
            return undefined;
        });
    }
    async #refuseOverload(answer) {
        if (answer.status < 500)
            return;
        this.#retryAfter = answer.header('retry-after');
        throw await this.#endpoint.refusal(answer, this.#operation);
    }
    /** Asks how much has arrived; begins anew where that cannot be learnt. */
    async #resume() {
        const session = this.#session;
        if (session === undefined || !this.#mayResume)
            return this.#restart();
        const call = { method: 'GET', to: session.location, operation: this.#operation, ...this.#options };
        const expect = [200, 202, 204, 400, 404, 405];
        const arrived = await this.#endpoint
            .send({ ...call, expect }, async (answer) => {
            answer.discard();
            if (answer.status >= 400)
                return undefined;
            const offset = offsetOf(answer, this.#source.descriptor.size);
            return offset === undefined ? undefined : { offset, session: sessionOf(this.#endpoint, answer, session) };
        })
            .catch((error) => {
            this.#options.signal?.throwIfAborted();
            if (refusal_isPassing(error))
                return undefined;
            throw error;
        });
        if (arrived === undefined)
            return this.#restart();
        this.#session = arrived.session;
        this.#offset = arrived.offset;
    }
    #restart() {
        this.#session = undefined;
        this.#offset = 0;
    }
    /** Smaller parts from now on; false when they cannot be smaller. */
    #split() {
        const minimum = Math.max(this.#session?.minimumPartBytes ?? 0, smallestPartBytes);
        const before = this.#partBytes === 0 || this.#partBytes === Number.POSITIVE_INFINITY ? firstPartBytes * 2 : this.#partBytes;
        const next = Math.min(before, this.#source.descriptor.size) / 2;
        if (next < minimum)
            return false;
        this.#partBytes = Math.ceil(next);
        this.#restart();
        return true;
    }
}

;// CONCATENATED MODULE: ./lib/registry/remote-blobs.js






/** Sent without looking: as quick as to look, and one round trip less when it is missing. */
const smallBytes = 64 * 1024; // 64 KiB
/** Not every registry looks when it is asked to mount what it has: what is larger than this is looked for before it is sent again. */
const sentUnseenBytes = 1024 * 1024; // 1 MiB
const interruptionsInARow = 3;
const maximumInterruptions = 20;
/** The blobs of one repository: read and resumed, looked for, mounted, written. */
class RemoteBlobs {
    #repository;
    #endpoint;
    /** Uploads that a refused mount has opened: the next write of that blob takes them up. */
    #sessions = new Map();
    /** Whether a large blob was there that a mount had not found: such a registry is asked about each of them. */
    #firstLook;
    constructor({ repository, endpoint }) {
        this.#repository = repository;
        this.#endpoint = endpoint;
    }
    read(descriptor, options) {
        const where = `The blob ${descriptor.digest} of ${this.#repository}`;
        const signal = options.signal ?? this.#endpoint.signal;
        return verified(this.#receive(descriptor, where, options), descriptor, where, signal);
    }
    /** A broken connection costs what was on the way: the rest is asked for by Range. */
    async *#receive(descriptor, where, options) {
        const operation = this.#operation(`read the blob ${descriptor.digest}`, false);
        let received = 0;
        for (let inARow = 0, interruptions = 0;; interruptions += 1) {
            const before = received;
            try {
                const { answer, skip } = await this.#get(descriptor, received, where, operation, options);
                let toSkip = skip;
                for await (const chunk of answer.stream()) {
                    const fresh = toSkip === 0 ? chunk : chunk.subarray(Math.min(toSkip, chunk.byteLength));
                    toSkip -= chunk.byteLength - fresh.byteLength;
                    received += fresh.byteLength;
                    if (fresh.byteLength > 0)
                        yield fresh;
                }
                return;
            }
            catch (error) {
                inARow = received > before ? 1 : inARow + 1;
                const isOver = inARow > interruptionsInARow || interruptions >= maximumInterruptions;
                if (isOver || !refusal_isPassing(error))
                    throw this.#endpoint.nameFailure(operation, error);
                await this.#endpoint.pause(inARow - 1, undefined, options.signal);
            }
        }
    }
    /** An answer that begins at byte `from`, or so many bytes before it. */
    async #get(descriptor, from, where, operation, options) {
        const headers = from === 0 ? {} : { range: `bytes=${from}-` };
        const call = { method: 'GET', to: `blobs/${descriptor.digest}`, headers, operation, ...options };
        const expectedBytes = descriptor.size - from;
        const answer = await this.#endpoint.send({ ...call, expectedBytes, expect: [200, 206] }, async (it) => it);
        const begins = answer.status === 206 ? beginningOf(answer) : 0;
        if (begins > from || (answer.status === 206 && from === 0 && begins !== 0)) {
            answer.discard();
            throw new errors/* IngotError */.se('unreadable', `${where}: asked for the bytes from ${from}, the registry sent those from ${begins}`);
        }
        const { declaredBytes } = answer;
        if (declaredBytes !== undefined && begins + declaredBytes !== descriptor.size) {
            answer.discard();
            throw sizeMismatch(where, descriptor, `${begins + declaredBytes}`);
        }
        return { answer, skip: from - begins };
    }
    async has(digest, options) {
        return this.#has(digest, this.#operation(`look for the blob ${digest}`, false), options);
    }
    async #has(digest, operation, options) {
        const call = { method: 'HEAD', to: `blobs/${digest}`, operation, expect: [200, 404], ...options };
        const isThere = await this.#endpoint.send(call, async (answer) => {
            answer.discard();
            return answer.status === 200;
        });
        if (isThere)
            this.#known.add(digest);
        return isThere;
    }
    /** @param path the repository of the same registry that is thought to have it; its own, to look for it and open an upload at once */
    async mount(digest, path, options) {
        if (this.#known.has(digest))
            return true;
        const isOwn = path === this.#endpoint.path;
        const from = `${this.#endpoint.host}/${path}`;
        const operation = this.#operation(isOwn ? `push the blob ${digest}` : `mount the blob ${digest} of ${from}`, true);
        const to = this.#endpoint.resolve(`blobs/uploads/?mount=${digest}&from=${encodeURIComponent(path)}`);
        const call = { method: 'POST', idempotent: true, to, operation, alsoReads: path };
        // Registries that do not know how; sources that are not there, or not for us: then the bytes are sent instead.
        const refusals = isOwn ? [400, 404, 405] : [400, 401, 403, 404, 405];
        const isMounted = await this.#endpoint.send({ ...call, expect: [201, 202, ...refusals], ...options }, async (answer) => {
            answer.discard();
            if (answer.status === 202)
                this.#sessions.set(digest, sessionOf(this.#endpoint, answer));
            return answer.status === 201;
        });
        if (isMounted) {
            this.#endpoint.memory.hasMounted = true;
            this.#known.add(digest);
        }
        return isMounted;
    }
    /** Writers of one blob take turns, so that the later ones find it there. */
    write(source, options) {
        const key = `blob ${this.#repository} ${source.descriptor.digest}`;
        return serialise(key, () => this.#write(source, options));
    }
    async #write(source, { presumeAbsent = false, ...options }) {
        const { digest, size } = source.descriptor;
        if (this.#known.has(digest))
            return;
        const isSmall = size <= smallBytes;
        if (isSmall && (await this.#sendAtOnce(source, options)))
            return;
        if (!isSmall && !presumeAbsent && (await this.#isThere(digest, size, options)))
            return;
        await this.#upload(source, options);
    }
    async #upload(source, options) {
        const { digest } = source.descriptor;
        const operation = this.#operation(`push the blob ${digest}`, true);
        const session = this.#sessions.get(digest);
        this.#sessions.delete(digest);
        const isThere = () => this.#has(digest, operation, options);
        await new Upload(this.#endpoint, source, { operation, options, session, isThere }).run();
        this.#known.add(digest);
    }
    /** Looks with the right to push, so that one token serves all of the upload, and opens the upload where it can. */
    async #isThere(digest, size, options) {
        const isMounted = () => this.mount(digest, this.#endpoint.path, options).catch(refusedOddly);
        if (!this.#sessions.has(digest) && (await isMounted()))
            return true;
        const look = () => this.#has(digest, this.#operation(`push the blob ${digest}`, true), options);
        if (!this.#sessions.has(digest))
            return look();
        if (size <= sentUnseenBytes || this.#endpoint.memory.hasMounted)
            return false;
        const isFirst = this.#firstLook === undefined;
        this.#firstLook ??= look().catch((error) => {
            this.#firstLook = undefined;
            throw error;
        });
        const wasThere = await this.#firstLook;
        return isFirst || !wasThere ? wasThere : look();
    }
    /** In one POST, where the registry takes that; one that does not opens an upload instead. */
    async #sendAtOnce(source, options) {
        const { memory } = this.#endpoint;
        const { digest, size } = source.descriptor;
        if (memory.takesSinglePost === false || this.#sessions.has(digest))
            return false;
        const what = `The blob that is being pushed to ${this.#repository}`;
        const chunks = [];
        for await (const chunk of verifiedSource(source, what, options.signal))
            chunks.push(chunk);
        const body = Buffer.concat(chunks, size);
        const to = this.#endpoint.resolve(`blobs/uploads/?digest=${digest}`);
        const operation = this.#operation(`push the blob ${digest}`, true);
        const headers = { 'content-type': 'application/octet-stream' };
        const call = { method: 'POST', idempotent: true, to, headers, body, operation, ...options };
        const refusals = [400, 404, 405, 411, 415, 416, 500, 501];
        const sending = this.#endpoint.send({ ...call, expect: [201, 202, ...refusals] }, async (answer) => {
            answer.discard();
            if (answer.status === 202)
                this.#sessions.set(digest, sessionOf(this.#endpoint, answer));
            return answer.status === 201;
        });
        memory.takesSinglePost = await sending.catch(refusedOddly);
        if (memory.takesSinglePost)
            this.#known.add(digest);
        return memory.takesSinglePost;
    }
    /** @see ImageStore.writeNewBlob */
    async writeNew(source, options) {
        if (this.#endpoint.memory.takesSinglePost === true)
            return this.write(await source, options);
        const operation = this.#operation('push a blob', true);
        const [given, begun] = await Promise.allSettled([source, beginUpload(this.#endpoint, operation, options)]);
        if (given.status === 'fulfilled' && begun.status === 'fulfilled') {
            this.#sessions.set(given.value.descriptor.digest, begun.value);
            return this.#upload(given.value, options);
        }
        if (begun.status === 'fulfilled')
            await this.#giveUp(begun.value, options);
        throw given.status === 'rejected' ? given.reason : begun.reason;
    }
    /** What the registry says that it lacks is not taken for known any more. */
    forget() {
        this.#known.clear();
    }
    get #known() {
        return this.#endpoint.memory.blobsOf(this.#endpoint.path);
    }
    /** An upload that nothing will be sent to; a registry that does not let go of it now will do so later. */
    async #giveUp({ location }, options) {
        const operation = this.#operation('give up an upload', true);
        const call = { method: 'DELETE', to: location, operation, ...options };
        await this.#endpoint.send({ ...call, expect: [204] }, async (answer) => answer.discard()).catch(() => undefined);
    }
    #operation(verb, writes) {
        return { verb, repository: this.#repository, writes };
    }
}
/** Some answer what they do not know by closing the connection, or with a 5xx: the plain way then shows whether they are down. */
function refusedOddly(error) {
    if (error instanceof errors/* IngotError */.se && error.reason === 'unreachable')
        return false;
    throw error;
}
function beginningOf(answer) {
    const match = /^bytes (\d{1,15})-/.exec(answer.header('content-range') ?? '');
    return match === null ? 0 : Number(match[1]);
}

;// CONCATENATED MODULE: ./lib/registry/remote-manifests.js








const accept = [...media_types/* indexTypes */.gp, ...media_types/* manifestTypes */.Fm].join(', ');
/** The manifests of one repository by digest or tag: the exact bytes, in and out. */
class RemoteManifests {
    #options;
    constructor(options) {
        this.#options = options;
    }
    read(label, options) {
        const { endpoint, repository } = this.#options;
        const name = nameOf(label);
        const operation = { verb: `read the manifest ${name}`, repository, writes: false };
        const call = { method: 'GET', to: `manifests/${name}`, headers: { accept } };
        return endpoint.send({ ...call, operation, expect: [200, 404], ...options }, async (answer) => {
            if (answer.status === 404) {
                answer.discard();
                return undefined;
            }
            const bytes = await answer.bytes(manifest/* maximumManifestBytes */.ns);
            const expected = typeof label === 'string' ? label : answer.header('docker-content-digest');
            const digest = (0,oci_digest/* digestOf */.ol)(bytes);
            const where = `The manifest ${name} of ${repository}`;
            if (expected !== undefined && (0,oci_digest/* isDigest */.Bc)(expected) && digest !== expected) {
                throw digestMismatch(where, expected, digest);
            }
            const mediaType = mediaTypeSaid(answer.header('content-type'), bytes, where);
            return { descriptor: { mediaType, digest, size: bytes.length }, bytes };
        });
    }
    /**
     * Distribution 2.8 loses sight of a blob for a moment while another process pushes the same one (every signature's
     * empty config is): a part that it says is missing is asked for again before that is believed.
     *
     * @returns whether the registry says that it has listed the manifest under its subject
     */
    async write(bytes, mediaType, label, options) {
        for (const delay of [50, 150, 400]) {
            try {
                return await this.put(bytes, mediaType, label, options);
            }
            catch (error) {
                if (!isPartUnknown(error))
                    throw error;
                this.#options.onPartUnknown();
                await (0,external_node_timers_promises_.setTimeout)(delay, undefined, options);
            }
        }
        return this.put(bytes, mediaType, label, options);
    }
    async put(bytes, mediaType, label, options) {
        const { endpoint, repository } = this.#options;
        const name = nameOf(label);
        const tag = typeof label === 'string' ? {} : { tag: label.tag };
        const operation = { verb: `push the manifest ${name}`, repository, writes: true, ...tag };
        const headers = { 'content-type': mediaType };
        const call = { method: 'PUT', to: `manifests/${name}`, headers, body: bytes, operation, ...options };
        return endpoint.send({ ...call, expect: [201] }, async (answer) => {
            answer.discard();
            const said = answer.header('docker-content-digest');
            const digest = (0,oci_digest/* digestOf */.ol)(bytes);
            if (said !== undefined && (0,oci_digest/* isDigest */.Bc)(said) && said !== digest) {
                throw digestMismatch(`The manifest ${name} that ${repository} has stored`, digest, said);
            }
            return answer.header('oci-subject') !== undefined;
        });
    }
    /** @returns false when it was not there. @throws IngotError `unsupported` where the registry does not do this */
    async delete(label, options) {
        const { endpoint, repository } = this.#options;
        const isTag = typeof label !== 'string';
        const verb = isTag ? `delete the tag ${label.tag}` : `delete the manifest ${label}`;
        const operation = { verb, repository, writes: true, deletes: true };
        const call = { method: 'DELETE', to: `manifests/${nameOf(label)}`, operation, ...options };
        return endpoint.send({ ...call, expect: [200, 202, 204, 404, 400, 405, 501] }, async (answer) => {
            const isDone = answer.status < 300;
            if (isDone || answer.status === 404) {
                answer.discard();
                return isDone;
            }
            const refusal = await endpoint.refusal(answer, operation);
            throw new errors/* IngotError */.se('unsupported', refusal.message, {
                cause: refusal,
                advice: isTag ? tagAdvice : manifestAdvice,
            });
        });
    }
}
const tagAdvice = 'This registry removes no tag by itself: delete the manifest, which takes all its tags with it, or remove the tag in the registry’s own interface';
const manifestAdvice = 'Deletion is switched off here, or done in another way: see docs/registries.md for what each registry asks for';
function nameOf(label) {
    return typeof label === 'string' ? label : label.tag;
}

;// CONCATENATED MODULE: ./lib/registry/remote-referrers.js







const remote_referrers_maximumPageBytes = 8 * 1024 * 1024;
const remote_referrers_maximumPages = 1000;
const updateAttempts = 8;
/**
 * The list of manifests that refer to another one. Registries keep it (the referrers API), do not know it (404), or
 * answer with an empty list whatever was pushed; so the fallback tag is always read as well, and written whenever the
 * new entry cannot be seen otherwise.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
class RemoteReferrers {
    #options;
    #hasApi = true;
    constructor(options) {
        this.#options = options;
    }
    async list(subject, options = {}) {
        const [listed, fallback] = await Promise.all([
            this.#readApi(subject, options),
            this.#readFallback(subject, options),
        ]);
        const found = new Map();
        for (const entry of [...(fallback?.manifests ?? []), ...listed])
            found.set(entry.digest, entry);
        return [...found.values()];
    }
    /**
     * Makes sure that a reader finds a manifest that was just pushed.
     *
     * @param isSaidToBe whether the registry claims (`OCI-Subject`) to have listed it; some do and have not
     * @throws IngotError `tag-immutable` when the fallback tag may not be moved
     */
    async ensureListed(subject, descriptor, isSaidToBe, options = {}) {
        if (isSaidToBe) {
            this.#hasApi = true; // a 404 before that may have meant the repository
            if (lists(await this.#readApi(subject, options), descriptor))
                return;
        }
        await this.#change({
            subject,
            entry: descriptor,
            apply: (entries) => (lists(entries, descriptor) ? entries : [...entries, descriptor]),
            isIn: (index) => lists(index?.manifests ?? [], descriptor),
        }, options);
    }
    /** Takes a manifest that was deleted off its subject's fallback list; a list by API keeps itself. */
    async unlist(subject, digest, options = {}) {
        await this.#change({
            subject,
            entry: { digest },
            apply: (entries) => (lists(entries, { digest }) ? entries.filter((entry) => entry.digest !== digest) : entries),
            isIn: (index) => !lists(index?.manifests ?? [], { digest }),
        }, options);
    }
    async #change(change, options) {
        const key = `referrers ${this.#options.repository} ${change.subject}`;
        await serialise(key, () => this.#changeInTurn(change, options));
    }
    /** There is no compare-and-swap for tags: a change that another process overwrote is made again. */
    async #changeInTurn(change, options) {
        const { subject, entry, apply, isIn } = change;
        const tag = remote_referrers_tagOf(subject);
        for (let attempt = 0; attempt < updateAttempts; attempt += 1) {
            await (0,external_node_timers_promises_.setTimeout)(Math.random() * 50 * attempt, undefined, options);
            const begun = performance.now();
            const index = await this.#readFallback(subject, options, true);
            const before = index?.manifests ?? [];
            const manifests = apply(before);
            if (manifests === before)
                return;
            const next = { ...index, schemaVersion: 2, mediaType: media_types/* mediaTypes */.Ib.index, manifests: [...manifests] };
            await this.#options.manifests.put((0,manifest/* encodeJson */.Pr)(next), media_types/* mediaTypes */.Ib.index, { tag }, options);
            if (await this.#stays(subject, isIn, performance.now() - begun, options))
                return;
        }
        const message = `Cannot change what is listed under ${subject} in ${this.#options.repository} (${entry.digest}): the tag ${tag} is overwritten by others each time`;
        throw new errors/* IngotError */.se('unreachable', message, { advice: 'Let only one job at a time sign the same image' });
    }
    /**
     * Who read the list before our write may still overwrite it after our change was seen: it is looked for twice, with as
     * much time between as a write takes.
     */
    async #stays(subject, isIn, writeMilliseconds, options) {
        if (!isIn(await this.#readFallback(subject, options)))
            return false;
        await (0,external_node_timers_promises_.setTimeout)(Math.min(20 + writeMilliseconds * (1 + Math.random()), 2000), undefined, options);
        return isIn(await this.#readFallback(subject, options));
    }
    async #readFallback(subject, options, isForWriting = false) {
        const tag = remote_referrers_tagOf(subject);
        const stored = await this.#options.manifests.read({ tag }, options);
        if (stored === undefined)
            return undefined;
        const where = `the tag ${tag} of ${this.#options.repository}`;
        if (media_types/* indexTypes */.gp.includes(stored.descriptor.mediaType))
            return (0,manifest/* parseIndex */.A1)(stored.bytes, where);
        if (!isForWriting)
            return undefined;
        throw new errors/* IngotError */.se('unreadable', `Cannot list a referrer: ${where} is not a list but ${stored.descriptor.mediaType}`);
    }
    async #readApi(subject, options) {
        const found = [];
        let next = this.#options.endpoint.resolve(`referrers/${subject}`);
        const seen = new Set();
        while (next !== undefined && this.#hasApi) {
            if (seen.has(next.href) || seen.size === remote_referrers_maximumPages) {
                const where = `the referrers of ${subject} in ${this.#options.repository}`;
                throw new errors/* IngotError */.se('unreadable', `Cannot list ${where}: the registry's pages lead in a circle`);
            }
            seen.add(next.href);
            const page = await this.#readPage(next, subject, options);
            found.push(...page.entries);
            next = page.next;
        }
        return found;
    }
    #readPage(to, subject, options) {
        const { endpoint, repository } = this.#options;
        const operation = { verb: `list the referrers of ${subject}`, repository, writes: false };
        const headers = { accept: media_types/* mediaTypes */.Ib.index };
        const call = { method: 'GET', to, headers, operation, expect: [200, 400, 404, 405, 501], ...options };
        return endpoint.send(call, async (answer) => {
            if (!isList(answer)) {
                // 404 for a subject that exists means that there is no API, and so does whatever is not an index.
                this.#hasApi = false;
                answer.discard();
                return { entries: [], next: undefined };
            }
            const bytes = await answer.bytes(remote_referrers_maximumPageBytes);
            const link = nextPage(answer.header('link'));
            const next = link === undefined ? undefined : endpoint.resolve(link, answer.url);
            return { entries: (0,manifest/* parseReferrers */._S)(bytes, `the referrers of ${subject} in ${repository}`).manifests, next };
        });
    }
}
function lists(entries, { digest }) {
    return entries.some((entry) => entry.digest === digest);
}
/** The fallback tag: the digest with its colon replaced. */
function remote_referrers_tagOf(subject) {
    return `sha256-${(0,oci_digest/* hexOf */.ZD)(subject)}`;
}
function isList(answer) {
    const type = answer.header('content-type')?.split(';')[0]?.trim();
    return answer.status === 200 && type === media_types/* mediaTypes */.Ib.index;
}

;// CONCATENATED MODULE: ./lib/registry/remote.js









/**
 * One repository of a registry.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md
 */
class RemoteStore {
    repository;
    #reference;
    #endpoint;
    #blobs;
    #manifests;
    #referrers;
    constructor(reference, options = {}) {
        this.repository = (0,oci_reference.formatRepository)(reference);
        this.#reference = reference;
        this.#endpoint = new Endpoint(reference, options);
        const parts = { repository: this.repository, endpoint: this.#endpoint };
        this.#blobs = new RemoteBlobs(parts);
        this.#manifests = new RemoteManifests({ ...parts, onPartUnknown: () => this.#blobs.forget() });
        this.#referrers = new RemoteReferrers({ ...parts, manifests: this.#manifests });
    }
    get traffic() {
        return this.#endpoint.traffic;
    }
    async readManifest(label, options = {}) {
        return this.#manifests.read(this.#label(label), options);
    }
    async writeManifest(bytes, mediaType, { tags = [], signal } = {}) {
        if (bytes.byteLength > manifest/* maximumManifestBytes */.ns) {
            const message = `A manifest of ${bytes.byteLength} bytes cannot be pushed to ${this.repository}: at most ${manifest/* maximumManifestBytes */.ns} are allowed`;
            throw new errors/* IngotError */.se('size-exceeded', message);
        }
        const { descriptor, subject } = described_describe(bytes, mediaType, `a manifest for ${this.repository}`);
        const options = signal === undefined ? {} : { signal };
        const labels = tags.length === 0 ? [descriptor.digest] : tags.map((tag) => this.#label({ tag }));
        let isListed = false;
        for (const label of labels)
            isListed = await this.#manifests.write(bytes, mediaType, label, options);
        if (subject !== undefined)
            await this.#referrers.ensureListed(subject, descriptor, isListed, options);
        return { mediaType, digest: descriptor.digest, size: descriptor.size };
    }
    readBlob(descriptor, options = {}) {
        return this.#blobs.read(descriptor, options);
    }
    hasBlob(digest, options = {}) {
        return this.#blobs.has(digest, options);
    }
    writeBlob(source, options = {}) {
        return this.#blobs.write(source, options);
    }
    writeNewBlob(source, options = {}) {
        return this.#blobs.writeNew(source, options);
    }
    async mountBlob({ digest }, from, options = {}) {
        const isNear = from instanceof RemoteStore && from.#reference.host === this.#reference.host;
        // From elsewhere nothing can be mounted, but a mount from itself looks for the blob and opens the upload in one request.
        const path = isNear ? from.#reference.path : this.#reference.path;
        const isOwn = isNear && path === this.#reference.path;
        return isOwn ? this.#blobs.has(digest, options) : this.#blobs.mount(digest, path, options);
    }
    referrers(digest, options = {}) {
        return this.#referrers.list(digest, options);
    }
    async tags(options = {}) {
        const operation = { verb: 'list the tags', repository: this.repository, writes: false };
        const pages = readPages(this.#endpoint, 'tags/list?n=1000', operation, options);
        const found = new Set();
        for await (const page of pages) {
            const tags = typeof page === 'object' && page !== null ? Reflect.get(page, 'tags') : undefined;
            // What no tag can be called is none of ours to show: it would only ever reach a terminal.
            for (const tag of Array.isArray(tags) ? tags : [])
                if (typeof tag === 'string' && (0,oci_reference/* isTag */.dz)(tag))
                    found.add(tag);
        }
        return [...found].sort();
    }
    async deleteManifest(digest, options = {}) {
        const stored = await this.#manifests.read(digest, options);
        if (stored === undefined)
            return false;
        const { subject } = described_describe(stored.bytes, stored.descriptor.mediaType, `${this.repository}@${digest}`);
        const isDeleted = await this.#manifests.delete(digest, options);
        if (subject !== undefined)
            await this.#referrers.unlist(subject, digest, options);
        return isDeleted;
    }
    async deleteTag(tag, options = {}) {
        return this.#manifests.delete(this.#label({ tag }), options);
    }
    #label(label) {
        return typeof label === 'string' ? label : { tag: (0,oci_reference/* tagged */.VK)(this.#reference, label.tag).tag ?? label.tag };
    }
}

;// CONCATENATED MODULE: ./lib/registry/open.js


/**
 * The repository that a reference names. Nothing is read yet: a layout directory is made by the first write, and reading
 * one that does not exist finds nothing.
 */
function open_openStore(reference, options = {}) {
    return reference.kind === 'layout' ? new LayoutStore(reference, options.signal) : new RemoteStore(reference, options);
}

;// CONCATENATED MODULE: ./lib/registry/copy-reference.js







/** Copies what one reference names to where another points. @throws IngotError `not-found`, `invalid-input` */
async function copyReference(options) {
    const { platforms = [], signal, dryRun = false } = options;
    checkPlatformNames(platforms);
    const call = signal === undefined ? {} : { signal };
    const from = openStore(options.from, options);
    const to = openStore(options.to, options);
    const named = await readNamed(from, options.from, call);
    const root = platforms.length === 0 ? named : await copy_reference_select(from, named, platforms, call);
    const { digest } = root.descriptor;
    checkDestination(options, digest);
    if (digest !== named.descriptor.digest)
        options.log?.(`Only ${platforms.join(', ')}: the copy is ${digest}`);
    const { tag } = options.to;
    const copying = { ...options, from, to, digest, tags: tag === undefined ? [] : [tag] };
    const preview = dryRun ? await previewOf(copying, root) : undefined;
    if (!dryRun)
        await copyImage(copying, root);
    return {
        digest,
        image: formatReference(pinned(options.to, digest)),
        destination: formatReference({ ...options.to, digest }),
        requests: from.traffic.requests + to.traffic.requests,
        bytesSent: to.traffic.bytesSent,
        ...(preview !== undefined && { preview }),
    };
}
async function previewOf(copying, root) {
    const { from, to, signal } = copying;
    const nothing = { there: 0, mounted: 0, sent: 0 };
    if (from.repository === to.repository)
        return { manifests: 1, blobs: nothing, bytes: root.bytes.length };
    return previewCopy(await planCopy(copying, root), from, to, signal);
}
async function readNamed(from, reference, call) {
    const label = reference.digest ?? (reference.tag === undefined ? undefined : { tag: reference.tag });
    if (label === undefined) {
        throw new IngotError('invalid-reference', `${formatReference(reference)} names no image: the tag or digest is missing`);
    }
    const stored = await from.readManifest(label, call);
    if (stored !== undefined)
        return stored;
    throw new IngotError('not-found', `There is no image ${formatReference(reference)}`, { advice: await copy_reference_tagsOf(from) });
}
async function copy_reference_select(from, named, platforms, call) {
    if (!isIndex(named)) {
        await checkPlatform(from, named, platforms, call);
        return named;
    }
    const selection = selectPlatforms(named, platforms, `${from.repository}@${named.descriptor.digest}`);
    if (selection.kind === 'index')
        return selection.stored;
    const stored = await from.readManifest(selection.digest, call);
    if (stored === undefined)
        throw absent(from.repository, selection.digest, named.descriptor.digest);
    return stored;
}
function checkDestination({ from, to, platforms = [] }, digest) {
    if (to.digest === undefined || to.digest === digest)
        return;
    const of = platforms.length === 0 ? '' : ` for ${platforms.join(', ')}`;
    const message = `${formatReference(from)}${of} is ${digest}, so it cannot become ${formatReference(to)}`;
    throw new IngotError('invalid-input', message, { advice: 'Leave the digest out of the destination' });
}
async function copy_reference_tagsOf(store) {
    const tags = await store.tags().catch(() => []);
    if (tags.length === 0)
        return `There are no tags in ${store.repository}`;
    return `The tags here are ${tags.slice(-20).join(', ')}`;
}

;// CONCATENATED MODULE: ./lib/registry/index.js






/***/ })

};
