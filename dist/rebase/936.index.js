export const id = 936;
export const ids = [936,940,501];
export const modules = {

/***/ 2239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mk: () => (/* binding */ readNamed),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   gw: () => (/* binding */ imageManifestOf),
/* harmony export */   tp: () => (/* binding */ readSmallBlob)
/* harmony export */ });
/* unused harmony export listed */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _oci_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7535);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(261);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3940);




/**
 * The manifest or index that a reference names; one without tag and digest names the only tag of a layout.
 *
 * @throws IngotError `not-found`, with the tags that there are; `invalid-reference` when it names nothing
 */
async function readNamed(store, reference, call) {
    const label = reference.digest ?? { tag: reference.tag ?? (await onlyTag(store, reference, call)) };
    const stored = await store.readManifest(label, call);
    if (stored !== undefined)
        return stored;
    const tags = await store.tags(call);
    const shown = tags.length === 0 ? 'it holds no tags' : `its tags are ${listed(tags)}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('not-found', `There is no image ${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__.formatReference)(reference)}: ${shown}`, {
        advice: 'Check the name; a tag is written behind a colon, a digest behind @',
    });
}
/** @throws IngotError `unreadable` for what is no container image, `size-exceeded` */
function imageManifestOf(stored, from) {
    const type = stored.descriptor.mediaType;
    if (!_oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .manifestTypes */ .Fm.includes(type))
        throw notAnImage(from, type || 'of no type');
    const manifest = (0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(stored.bytes, from);
    const isImage = [_oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .mediaTypes */ .Ib.config, _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__/* .mediaTypes */ .Ib.dockerConfig].some((known) => known === manifest.config.mediaType);
    if (!isImage)
        throw notAnImage(from, manifest.artifactType ?? manifest.config.mediaType);
    if (manifest.config.size <= _oci_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .maximumManifestBytes */ .ns)
        return manifest;
    const claim = `claims ${manifest.config.size} bytes, more than the limit of ${_oci_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .maximumManifestBytes */ .ns}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('size-exceeded', `The config of ${from} ${claim}`);
}
/**
 * @param early its bytes, where they were asked for before the manifest was known
 * @throws IngotError `unreadable`, also when it does not have a diff-id for each layer
 */
async function readConfig(store, manifest, from, call, early) {
    const config = (0,_oci_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseImageConfig */ .FB)((await early) ?? (await readSmallBlob(store, manifest.config, call)), from);
    const { length } = config.rootfs.diff_ids;
    if (length === manifest.layers.length)
        return config;
    const counts = `${manifest.layers.length} layers, its config ${length} diff-ids`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('unreadable', `The manifest of ${from} has ${counts}`);
}
/** A blob that is held in memory. */
async function readSmallBlob(store, descriptor, call) {
    const parts = [];
    for await (const part of store.readBlob(descriptor, call))
        parts.push(part);
    return Buffer.concat(parts);
}
/** The first names of a list, for a message. */
function listed(names) {
    const shown = names.slice(0, 12).join(', ');
    return names.length > 12 ? `${shown} and ${names.length - 12} more` : shown;
}
/** A reference without a label can mean only one image when there is only one. */
async function onlyTag(store, reference, call) {
    const tags = reference.kind === 'layout' ? await store.tags(call) : [];
    const [only] = tags;
    if (tags.length === 1 && only !== undefined)
        return only;
    const known = tags.length === 0 ? '' : `; there are ${listed(tags)}`;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('invalid-reference', `${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__.formatReference)(reference)} names no tag and no digest${known}`, {
        advice: `Write ${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__.formatReference)(reference)}:TAG or ${(0,_oci_reference_js__WEBPACK_IMPORTED_MODULE_3__.formatReference)(reference)}@sha256:…`,
    });
}
function notAnImage(from, type) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .IngotError */ .se('unreadable', `${from} is not a container image: it is ${type}`);
}


/***/ }),

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   ZD: () => (/* binding */ hexOf),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   parseDigest: () => (/* binding */ parseDigest),
/* harmony export */   shortDigest: () => (/* binding */ shortDigest)
/* harmony export */ });
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
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .IngotError */ .se('invalid-reference', `${JSON.stringify(text)} is not a digest`, {
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
/* harmony export */   hG: () => (/* binding */ rebasableLabels),
/* harmony export */   ic: () => (/* binding */ annotationKeys)
/* harmony export */ });
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
const rebasableLabels = ['dev.ingot.rebasable', 'io.buildpacks.rebasable'];


/***/ }),

/***/ 7122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ servesPlatform),
/* harmony export */   K$: () => (/* binding */ isRealPlatform),
/* harmony export */   my: () => (/* binding */ samePlatform)
/* harmony export */ });
/* unused harmony exports hostPlatform, parsePlatform */
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
/* harmony export */   rej: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.rej),
/* harmony export */   yjt: () => (/* reexport safe */ zod_mini__WEBPACK_IMPORTED_MODULE_2__.yjt),
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
