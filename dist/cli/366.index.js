export const id = 366;
export const ids = [366,1936,3940,7729,8180,6830,9501,1882,261,7535];
export const modules = {

/***/ 22239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Mk: () => (/* binding */ readNamed),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   gw: () => (/* binding */ imageManifestOf),
/* harmony export */   tp: () => (/* binding */ readSmallBlob)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _oci_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17535);
/* harmony import */ var _oci_media_types_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50261);
/* harmony import */ var _oci_reference_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23940);




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

/***/ 10366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MK: () => (/* reexport */ defaultLimits),
  v3: () => (/* reexport */ describeDisk),
  xq: () => (/* reexport */ diskHeadBytes),
  vt: () => (/* reexport */ diskTailBytes),
  formatPlatform: () => (/* reexport */ oci_platform/* formatPlatform */.Bq),
  hostPlatform: () => (/* reexport */ oci_platform/* hostPlatform */.ol),
  isRealPlatform: () => (/* reexport */ oci_platform/* isRealPlatform */.K$),
  loadImage: () => (/* reexport */ loadImage),
  c2: () => (/* reexport */ openLayer),
  parsePlatform: () => (/* reexport */ oci_platform/* parsePlatform */.FL),
  platformsOf: () => (/* reexport */ platformsOf),
  QD: () => (/* reexport */ putTarHeader),
  Zc: () => (/* reexport */ readTree),
  o1: () => (/* reexport */ resolvePath),
  my: () => (/* reexport */ oci_platform/* samePlatform */.my),
  servesPlatform: () => (/* reexport */ oci_platform/* servesPlatform */.G5),
  JO: () => (/* reexport */ tarEnd),
  pI: () => (/* reexport */ tarHeader),
  vr: () => (/* reexport */ tarPadding),
  unpackImage: () => (/* reexport */ unpackImage)
});

// UNUSED EXPORTS: imageManifestOf, readConfig, readNamed, readTar

// EXTERNAL MODULE: ./lib/oci/platform.js
var oci_platform = __webpack_require__(17122);
;// CONCATENATED MODULE: ./lib/image/disk.js
/** Bytes at the front of a file that `describeDisk` looks at. */
const diskHeadBytes = 64 * 1024;
/** Bytes at its end. */
const diskTailBytes = 512;
const sector = 512;
/**
 * The disk that a file is, by its magic bytes and never by its name; undefined for what is no disk.
 *
 * @param head the first bytes of the file, `diskHeadBytes` where it has them
 * @param tail its last bytes, `diskTailBytes` where it has them
 * @see https://gitlab.com/qemu-project/qemu/-/blob/v9.0.0/docs/interop/qcow2.txt
 * @see https://learn.microsoft.com/en-us/windows/win32/vstor/about-vhd
 */
function describeDisk(head, tail, fileBytes) {
    const front = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
    const end = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
    for (const read of [qcow2, vmdk, vdi, vhdx, vhd, ova]) {
        const disk = read(front, end);
        if (disk !== undefined)
            return disk;
    }
    return isIso(front) ? undefined : raw(front, fileBytes);
}
function qcow2(head) {
    if (!has(head, 0, 'QFI\xfb') || head.length < 104)
        return undefined;
    const version = head.readUInt32BE(4);
    if (version !== 2 && version !== 3)
        return undefined;
    const [backing, external] = [head.readBigUInt64BE(8) !== 0n, version === 3 && (head.readUInt8(79) & 4) !== 0];
    const incomplete = backing ? 'it has a backing file' : external ? 'its data is in another file' : undefined;
    return { format: 'qcow2', virtualBytes: Number(head.readBigUInt64BE(24)), ...(incomplete && { incomplete }) };
}
function vmdk(head) {
    if (has(head, 0, '# Disk DescriptorFile'))
        return { format: 'vmdk', ...parentOf(head.toString('latin1')) };
    if (!has(head, 0, 'KDMV') || head.length < sector)
        return undefined;
    const at = Number(head.readBigUInt64LE(28)) * sector;
    const descriptor = at < head.length ? head.subarray(at).toString('latin1') : '';
    return { format: 'vmdk', virtualBytes: Number(head.readBigUInt64LE(12)) * sector, ...parentOf(descriptor) };
}
function parentOf(descriptor) {
    const parent = /^parentCID=([0-9a-f]+)/im.exec(descriptor)?.[1];
    return parent === undefined || parent.toLowerCase() === 'ffffffff' ? {} : { incomplete: 'it has a parent disk' };
}
function vdi(head) {
    if (head.length < 0x178 || head.readUInt32LE(0x40) !== 0xbeda107f)
        return undefined;
    const isDifference = head.readUInt32LE(0x4c) === 4;
    const virtualBytes = Number(head.readBigUInt64LE(0x170));
    return { format: 'vdi', virtualBytes, ...(isDifference && { incomplete: 'it has a parent disk' }) };
}
function vhdx(head) {
    return has(head, 0, 'vhdxfile') ? { format: 'vhdx' } : undefined;
}
/** The footer is at the end, of a growing disk also at the front. */
function vhd(head, tail) {
    const footer = [head, tail].find((part) => part.length >= sector && has(part, 0, 'conectix'));
    if (footer === undefined)
        return undefined;
    const isDifference = footer.readUInt32BE(60) === 4;
    const virtualBytes = Number(footer.readBigUInt64BE(48));
    return { format: 'vhd', virtualBytes, ...(isDifference && { incomplete: 'it has a parent disk' }) };
}
/** A tar whose first member is a machine's definition. */
function ova(head) {
    const name = head.subarray(0, 100).toString('latin1').replace(/\0.*$/s, '');
    return has(head, 257, 'ustar') && name.endsWith('.ovf') ? { format: 'ova' } : undefined;
}
/** Bytes without a container: told by a partition table, or by the file system that begins with them. */
function raw(head, fileBytes) {
    const isPartitioned = has(head, 510, '\x55\xaa') || has(head, sector, 'EFI PART');
    const isFileSystem = has(head, 0x438, '\x53\xef') || has(head, 0, 'XFSB');
    return isPartitioned || isFileSystem ? { format: 'raw', virtualBytes: fileBytes } : undefined;
}
/** An installer carries a partition table too, and is no installed machine. */
function isIso(head) {
    return has(head, 0x8001, 'CD001');
}
function has(bytes, at, magic) {
    return bytes.subarray(at, at + magic.length).equals(Buffer.from(magic, 'latin1'));
}

// EXTERNAL MODULE: ./lib/image/documents.js
var documents = __webpack_require__(22239);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/oci/manifest.js + 1 modules
var manifest = __webpack_require__(17535);
// EXTERNAL MODULE: ./lib/oci/media-types.js
var media_types = __webpack_require__(50261);
// EXTERNAL MODULE: ./lib/oci/reference.js
var oci_reference = __webpack_require__(23940);
;// CONCATENATED MODULE: ./lib/image/image.js






/**
 * Resolves a tag or digest and reads manifest and config, each checked against its digest by the store.
 *
 * @throws IngotError `not-found` (with the tags or platforms that exist), `unreadable`, `size-exceeded`, and what the store throws
 */
async function loadImage(store, reference, options = {}) {
    const call = options.signal === undefined ? {} : { signal: options.signal };
    const stored = await (0,documents/* readNamed */.Mk)(store, reference, call);
    const { descriptor } = stored;
    const common = { store, reference: (0,oci_reference.pinned)(reference, descriptor.digest), digest: descriptor.digest, descriptor };
    const from = `${store.repository}@${descriptor.digest}`;
    if (!media_types.indexTypes.includes(stored.descriptor.mediaType)) {
        const documents = await readDocuments(store, stored, from, call);
        checkPlatform(documents.config, options.platform, from);
        return { ...common, manifestDigest: descriptor.digest, ...documents };
    }
    const index = (0,manifest.parseIndex)(stored.bytes, from);
    const chosen = choosePlatform(index, options, from);
    const child = await store.readManifest(chosen.digest, call);
    if (child === undefined) {
        throw new errors/* IngotError */.se('not-found', `${from} lists ${chosen.digest}, which is not in ${store.repository}`, {
            advice: 'The image was copied or pruned only in part: copy or bake it again',
        });
    }
    return { ...common, index, manifestDigest: chosen.digest, ...(await readDocuments(store, child, from, call)) };
}
/** The platforms that an image holds, as `os/architecture[/variant]`. */
function platformsOf(image) {
    if (image.index === undefined)
        return [(0,manifest.formatPlatform)(image.config)];
    return image.index.manifests.flatMap(({ platform }) => ((0,oci_platform/* isRealPlatform */.K$)(platform) ? [(0,manifest.formatPlatform)(platform)] : []));
}
async function readDocuments(store, stored, from, call) {
    const manifest = (0,documents/* imageManifestOf */.gw)(stored, from);
    return { manifest, config: await (0,documents/* readConfig */.Xg)(store, manifest, from, call) };
}
function choosePlatform(index, { platform: wanted, orFirst }, from) {
    const images = index.manifests.filter(({ platform }) => (0,oci_platform/* isRealPlatform */.K$)(platform));
    const candidates = images.length > 0 ? images : index.manifests.filter(({ platform }) => platform === undefined);
    const [first] = candidates;
    if (wanted === undefined && candidates.length === 1 && first !== undefined)
        return first;
    const platform = wanted ?? (0,oci_platform/* hostPlatform */.ol)();
    const found = candidates.find((candidate) => candidate.platform && (0,oci_platform/* servesPlatform */.G5)(candidate.platform, platform));
    if (found !== undefined)
        return found;
    if (wanted === undefined && orFirst === true && first !== undefined)
        return first;
    const known = candidates.map((candidate) => (candidate.platform ? (0,manifest.formatPlatform)(candidate.platform) : 'unnamed'));
    throw noPlatform(from, platform, known);
}
function checkPlatform(config, wanted, from) {
    if (wanted !== undefined && !(0,oci_platform/* servesPlatform */.G5)(config, wanted))
        throw noPlatform(from, wanted, [(0,manifest.formatPlatform)(config)]);
}
function noPlatform(from, wanted, known) {
    return new errors/* IngotError */.se('not-found', `${from} has no image for ${wanted}: it has ${(0,documents/* listed */.KE)(known) || 'none'}`, {
        advice: 'Ask for one of these platforms, or build the missing one',
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/image/limits.js

const defaultLimits = {
    layerBytes: 8 * 1024 ** 3, // 8 GiB
    entryBytes: 8 * 1024 ** 3, // 8 GiB
    entries: 2_000_000,
};
function sizeExceeded(what, claimed, limit) {
    return new errors/* IngotError */.se('size-exceeded', `${what} claims ${claimed}, more than the limit of ${limit}`, {
        advice: 'Nothing more was read. Rebuild the image without it, or find out who altered it',
    });
}

;// CONCATENATED MODULE: ./lib/image/safe-path.js

const maximumPathBytes = 4096; // PATH_MAX: nothing longer can be unpacked
const maximumNameBytes = 255; // NAME_MAX
/**
 * A name in a layer as its parts from the root: none for the root itself.
 *
 * @throws IngotError `unsafe-layer` when it is absolute, climbs, or cannot be a path
 */
function splitEntryPath(name, from, what = 'entry') {
    if (name === '')
        throw unsafe(name, from, `the ${what} has no name`);
    if (name.startsWith('/'))
        throw unsafe(name, from, `the ${what} is an absolute path`);
    if (name.includes('\0'))
        throw unsafe(name, from, `the ${what} holds a NUL`);
    if (Buffer.byteLength(name) > maximumPathBytes)
        throw unsafe(name, from, `the ${what} is longer than 4096 bytes`);
    const parts = name.split('/').filter((part) => part !== '' && part !== '.');
    if (parts.some((part) => Buffer.byteLength(part) > maximumNameBytes)) {
        throw unsafe(name, from, `a name in the ${what} is longer than 255 bytes`);
    }
    if (parts.includes('..'))
        throw unsafe(name, from, `the ${what} climbs out with ..`);
    return parts;
}
/** @param from what is being read, e.g. `layer sha256:…` */
function unsafe(name, from, why) {
    const shown = name.length > 200 ? `${name.slice(0, 200)}…` : name;
    return new errors/* IngotError */.se('unsafe-layer', `Refused ${JSON.stringify(shown)} in ${from}: ${why}`, {
        advice: 'No honest builder writes this. Nothing was kept; find out where the image comes from and rebuild it',
    });
}

;// CONCATENATED MODULE: ./lib/image/byte-reader.js

/** Takes exact numbers of bytes from a stream of chunks, copying only where a run crosses a chunk's edge. */
class ByteReader {
    #chunks;
    #chunk = Buffer.alloc(0);
    constructor(chunks) {
        this.#chunks = chunks[Symbol.asyncIterator]();
    }
    /** `length` bytes, or undefined at the very end of the stream. @throws IngotError `unreadable` when it ends in between */
    async take(length, where) {
        const parts = [];
        let missing = length;
        while (missing > 0) {
            const part = await this.some(missing);
            if (part === undefined) {
                if (missing === length)
                    return undefined;
                throw new errors/* IngotError */.se('unreadable', `${where} is cut short: ${missing} bytes are missing`);
            }
            parts.push(part);
            missing -= part.length;
        }
        return parts.length === 1 ? parts[0] : Buffer.concat(parts);
    }
    /** Between one and `most` bytes, or undefined at the end. */
    async some(most) {
        while (this.#chunk.length === 0) {
            const next = await this.#chunks.next();
            if (next.done === true)
                return undefined;
            this.#chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
        }
        const part = this.#chunk.subarray(0, most);
        this.#chunk = this.#chunk.subarray(part.length);
        return part;
    }
    /** Reads on to the end, so that whoever counts and hashes the stream has seen all of it. */
    async drain() {
        while ((await this.some(Number.MAX_SAFE_INTEGER)) !== undefined)
            ;
    }
    async close() {
        await this.#chunks.return?.();
    }
}

;// CONCATENATED MODULE: ./lib/image/pax.js

/** Extended headers larger than this are refused: they hold names and numbers, not files. */
const maximumExtensionBytes = 1024 * 1024; // 1 MiB
/**
 * Records of the form `length key=value\n`.
 *
 * @throws IngotError `unreadable` for a malformed record, `unsupported` for a sparse file
 * @see https://pubs.opengroup.org/onlinepubs/9699919799.2018edition/utilities/pax.html#tag_20_92_13_03
 */
function parsePax(bytes, where) {
    const overrides = {};
    let position = 0;
    while (position < bytes.length) {
        const space = bytes.indexOf(0x20, position);
        const digits = space < 0 ? '' : bytes.toString('latin1', position, space);
        const length = /^\d{1,7}$/.test(digits) ? Number(digits) : 0;
        const end = position + length;
        const equals = bytes.indexOf(0x3d, space);
        if (length === 0 || end > bytes.length || bytes[end - 1] !== 0x0a || equals < 0 || equals >= end) {
            throw new errors/* IngotError */.se('unreadable', `${where} is damaged: the extended header is malformed at byte ${position}`);
        }
        const key = bytes.toString('utf8', space + 1, equals);
        applyRecord(overrides, key, bytes.toString('utf8', equals + 1, end - 1), where);
        position = end;
    }
    return overrides;
}
function applyRecord(overrides, key, value, where) {
    if (key.startsWith('GNU.sparse.')) {
        throw new errors/* IngotError */.se('unsupported', `${where} is a sparse file, which image layers do not hold`);
    }
    // An empty value takes the record back: the header's own field counts.
    if (value === '')
        return;
    switch (key) {
        case 'path':
            overrides.name = value;
            break;
        case 'linkpath':
            overrides.linkName = value;
            break;
        case 'size':
        case 'uid':
        case 'gid':
            overrides[key] = decimal(value, key, where);
            break;
        case 'mtime':
            overrides.mtime = Math.max(0, Math.floor(Number(value)) || 0);
            break;
    }
}
function decimal(value, key, where) {
    if (!/^\d{1,30}$/.test(value)) {
        throw new errors/* IngotError */.se('unreadable', `${where} is damaged: ${key} is ${JSON.stringify(value.slice(0, 40))}`);
    }
    const number = Number(value);
    return number > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : number;
}

;// CONCATENATED MODULE: ./lib/image/tar-header.js

const blockBytes = 512;
/** Positions of the fields that we read. @see https://pubs.opengroup.org/onlinepubs/9699919799.2018edition/utilities/pax.html#tag_20_92_13_06 */
const fields = {
    name: [0, 100],
    mode: [100, 108],
    uid: [108, 116],
    gid: [116, 124],
    size: [124, 136],
    mtime: [136, 148],
    checksum: [148, 156],
    linkName: [157, 257],
    magic: [257, 263],
    prefix: [345, 500],
};
/** @throws IngotError `unreadable` when the checksum or a number is wrong */
function parseHeader(block, where) {
    checkSum(block, where);
    const number = (field) => readNumber(slice(block, field), `${field} of ${where}`);
    const name = readText(slice(block, 'name'));
    // GNU's old magic is "ustar  ": there the prefix field holds times, not a path.
    const isUstar = slice(block, 'magic').toString('latin1') === 'ustar\0';
    const prefix = isUstar ? readText(slice(block, 'prefix')) : '';
    return {
        name: prefix === '' ? name : `${prefix}/${name}`,
        linkName: readText(slice(block, 'linkName')),
        flag: block[156] === 0 ? '0' : String.fromCharCode(block[156] ?? 0),
        mode: number('mode'),
        uid: number('uid'),
        gid: number('gid'),
        size: number('size'),
        mtime: number('mtime'),
    };
}
/** Text up to the first NUL. */
function readText(bytes) {
    const end = bytes.indexOf(0);
    return bytes.toString('utf8', 0, end < 0 ? bytes.length : end);
}
function isZeroBlock(block) {
    return block.every((byte) => byte === 0);
}
/** The sum of a header's bytes with the checksum field read as spaces; historic writers summed signed bytes. */
function headerSum(block) {
    let unsigned = 0;
    let signed = 0;
    for (let i = 0; i < blockBytes; i++) {
        const byte = i >= fields.checksum[0] && i < fields.checksum[1] ? 0x20 : (block[i] ?? 0);
        unsigned += byte;
        signed += byte > 127 ? byte - 256 : byte;
    }
    return { unsigned, signed };
}
function checkSum(block, where) {
    const claimed = readNumber(slice(block, 'checksum'), `checksum of ${where}`);
    const { unsigned, signed } = headerSum(block);
    if (claimed === unsigned || claimed === signed)
        return;
    throw new errors/* IngotError */.se('unreadable', `${where} is damaged: its header adds up to ${unsigned}, its checksum says ${claimed}`);
}
function slice(block, field) {
    const [start, end] = fields[field];
    return block.subarray(start, end);
}
/** Octal text, or GNU's base-256 when the top bit of the first byte is set. */
function readNumber(bytes, what) {
    const first = bytes[0] ?? 0;
    if ((first & 0x80) !== 0)
        return readBase256(bytes, first, what);
    const digits = readText(bytes).trim();
    if (digits === '')
        return 0;
    if (!/^[0-7]+$/.test(digits)) {
        throw new errors/* IngotError */.se('unreadable', `The ${what} is ${JSON.stringify(digits)}, not an octal number`);
    }
    return Number.parseInt(digits, 8);
}
function readBase256(bytes, first, what) {
    // The second bit is the sign. Only times may lie before 1970; nothing that we use does.
    if ((first & 0x40) !== 0) {
        if (what.startsWith('mtime'))
            return 0;
        throw new errors/* IngotError */.se('unreadable', `The ${what} is negative`);
    }
    let value = first & 0x3f;
    for (const byte of bytes.subarray(1))
        value = value * 256 + byte;
    return value > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : value;
}

;// CONCATENATED MODULE: ./lib/image/tar-reader.js





const types = {
    '0': 'file',
    '7': 'file',
    '1': 'hardlink',
    '2': 'symlink',
    '5': 'directory',
};
/** Types whose size field says nothing about bytes that follow. */
const headerOnly = '123456';
/**
 * Reads ustar, pax and GNU tar as a stream, names as written. Memory is bounded by one chunk and one extended header.
 * The stream is read to its end, so that a hash taken upstream is complete when the last entry has been given.
 *
 * @throws IngotError `unreadable`, `size-exceeded`, `unsupported`; `cancelled` through the signal
 */
async function* readTar(chunks, options) {
    const reader = new ByteReader(chunks);
    try {
        const limits = options.limits ?? defaultLimits;
        for (let count = 1;; count++) {
            options.signal?.throwIfAborted();
            if (count > limits.entries)
                throw sizeExceeded(capital(options.from), `${count} entries`, limits.entries);
            const header = await nextHeader(reader, options.from, count, limits);
            if (header === undefined)
                break;
            const size = headerOnly.includes(header.flag) ? 0 : header.size;
            const body = new Body(reader, size, `${header.name} in ${options.from}`);
            yield toEntry(header, size, body);
            await body.finish();
        }
        await reader.drain();
    }
    finally {
        await reader.close();
    }
}
/** The next header with its extended headers applied; undefined at the end mark or the end of the stream. */
async function nextHeader(reader, from, count, limits) {
    const overrides = {};
    for (let extensions = 0; extensions < 8; extensions++) {
        const where = `Entry ${count} of ${from}`;
        const block = await reader.take(blockBytes, where);
        if (block === undefined || isZeroBlock(block))
            return undefined;
        const header = parseHeader(block, where);
        const extension = 'xgLK'.includes(header.flag);
        const size = extension ? header.size : (overrides.size ?? header.size);
        const limit = extension ? maximumExtensionBytes : limits.entryBytes;
        const name = overrides.name ?? header.name;
        if (size > limit && !headerOnly.includes(header.flag)) {
            throw sizeExceeded(`${JSON.stringify(name)} in ${from}`, `${formatClaim(size)} bytes`, limit);
        }
        if (header.flag === 'S')
            throw new errors/* IngotError */.se('unsupported', `${where} is a sparse file (GNU), which layers do not hold`);
        if (!extension)
            return { ...header, ...overrides };
        const body = await readExtension(reader, size, where);
        applyExtension(header.flag, body, overrides, where);
    }
    throw new errors/* IngotError */.se('unreadable', `Entry ${count} of ${from} has too many extended headers`);
}
function applyExtension(flag, body, overrides, where) {
    if (flag === 'x')
        Object.assign(overrides, parsePax(body, where));
    if (flag === 'L')
        overrides.name = readText(body);
    if (flag === 'K')
        overrides.linkName = readText(body);
    // A global header (g) is passed over, as container engines do: the image must look the same here and there.
}
async function readExtension(reader, size, where) {
    if (size === 0)
        return Buffer.alloc(0);
    const padded = await reader.take(size + padding(size), where);
    if (padded === undefined)
        throw new errors/* IngotError */.se('unreadable', `${where} is cut short within its extended header`);
    return padded.subarray(0, size);
}
function toEntry(header, size, body) {
    // Writers older than ustar mark a directory by the slash at its end alone.
    const isOldDirectory = header.flag === '0' && header.name.endsWith('/');
    const type = isOldDirectory ? 'directory' : (types[header.flag] ?? 'other');
    const isLink = type === 'symlink' || type === 'hardlink';
    return {
        path: header.name,
        type,
        mode: header.mode & 0o7777,
        uid: header.uid,
        gid: header.gid,
        size,
        mtime: header.mtime,
        ...(isLink && { linkTarget: header.linkName }),
        content: () => body.read(),
    };
}
/** One entry's content and the padding behind it. */
class Body {
    reader;
    where;
    #remaining;
    #padding;
    constructor(reader, size, where) {
        this.reader = reader;
        this.where = where;
        this.#remaining = size;
        this.#padding = padding(size);
    }
    async *read() {
        while (this.#remaining > 0) {
            const part = await this.reader.some(this.#remaining);
            if (part === undefined)
                throw this.#cutShort();
            this.#remaining -= part.length;
            yield part;
        }
    }
    async finish() {
        while (this.#remaining > 0) {
            const part = await this.reader.some(this.#remaining);
            if (part === undefined)
                throw this.#cutShort();
            this.#remaining -= part.length;
        }
        // Some writers (umoci insert) leave out the last padding with the end mark; every byte of content was there.
        for (let rest = this.#padding; rest > 0;) {
            const part = await this.reader.some(rest);
            if (part === undefined)
                return;
            rest -= part.length;
        }
    }
    #cutShort() {
        return new errors/* IngotError */.se('unreadable', `${this.where} is cut short: ${this.#remaining} bytes are missing`);
    }
}
function padding(size) {
    return (blockBytes - (size % blockBytes)) % blockBytes;
}
function formatClaim(size) {
    return Number.isFinite(size) ? String(size) : 'more than 2^53';
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

;// CONCATENATED MODULE: ./lib/image/layer.js








const compressions = {
    [media_types/* mediaTypes */.Ib.layerTar]: 'none',
    'application/vnd.docker.image.rootfs.diff.tar': 'none',
    [media_types/* mediaTypes */.Ib.layerGzip]: 'gzip',
    [media_types/* mediaTypes */.Ib.dockerLayer]: 'gzip',
    [media_types/* mediaTypes */.Ib.layerZstd]: 'zstd',
};
/**
 * The entries of layer `position`, in order, whiteouts included. The store checks the layer's digest, this its diff-id:
 * both have spoken only when the iteration ends without an error, so act on nothing before that.
 *
 * @throws IngotError `digest-mismatch`, `unreadable`, `size-exceeded`, `unsafe-layer`, `unsupported`, `cancelled`
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md
 */
async function* openLayer(image, position, options = {}) {
    const descriptor = image.manifest.layers[position];
    const diffId = image.config.rootfs.diff_ids[position];
    if (descriptor === undefined || diffId === undefined) {
        throw new errors/* IngotError */.se('internal', `${image.store.repository}@${image.digest} has no layer ${position}`);
    }
    const from = `layer ${descriptor.digest}`;
    const limits = options.limits ?? defaultLimits;
    if (descriptor.size > limits.layerBytes) {
        throw sizeExceeded(`The descriptor of ${from}`, `${descriptor.size} bytes`, limits.layerBytes);
    }
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const bytes = counted(decompressed(image, descriptor, options.signal), hash, from, limits);
    try {
        for await (const entry of readTar(bytes, { from, limits, signal: options.signal })) {
            const parts = splitEntryPath(entry.path, from);
            if (parts.length > 0)
                yield { ...entry, path: parts.join('/') };
        }
    }
    catch (error) {
        await explainDamage(error, image, descriptor, options.signal);
        throw error;
    }
    const found = `sha256:${hash.digest('hex')}`;
    if (found !== diffId) {
        throw new errors/* IngotError */.se('digest-mismatch', `The content of ${from} is ${found}, its image config says ${diffId}`, {
            advice: `Do not use ${image.store.repository}@${image.digest}: it was altered or badly built. Bake it again`,
        });
    }
}
/** What looks damaged may have been altered in the store: then the digest is the better answer. */
async function explainDamage(error, image, descriptor, signal) {
    if (!(error instanceof errors/* IngotError */.se) || error.reason !== 'unreadable')
        return;
    for await (const _ of image.store.readBlob(descriptor, callOptions(signal)))
        ;
}
/** Bounds what a small blob may expand to, and takes the diff-id on the way. */
async function* counted(chunks, hash, from, limits) {
    let total = 0;
    for await (const chunk of chunks) {
        total += chunk.length;
        if (total > limits.layerBytes)
            throw sizeExceeded(`Uncompressed, ${from}`, `${total} bytes or more`, limits.layerBytes);
        hash.update(chunk);
        yield chunk;
    }
}
async function* decompressed(image, descriptor, signal) {
    const blob = image.store.readBlob(descriptor, callOptions(signal));
    const compression = compressions[descriptor.mediaType];
    if (compression === undefined) {
        throw new errors/* IngotError */.se('unsupported', `Layer ${descriptor.digest} is of type ${descriptor.mediaType}, which is not read here`, {
            advice: 'Build the image with tar, tar+gzip or tar+zstd layers',
        });
    }
    if (compression === 'none')
        return yield* blob;
    const decoder = compression === 'gzip' ? external_node_zlib_.createGunzip({ chunkSize: 128 * 1024 }) : zstdDecoder(descriptor);
    // The callback only keeps a late error from going unhandled: the loop below sees it first.
    (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(blob, { objectMode: false }), decoder, () => undefined);
    try {
        for await (const chunk of decoder)
            yield chunk;
    }
    catch (error) {
        if (!isDecoderError(error))
            throw error;
        throw new errors/* IngotError */.se('unreadable', `Cannot decompress layer ${descriptor.digest}: ${error.message}`, {
            advice: 'The layer is damaged: bake the image again',
            cause: error,
        });
    }
}
function zstdDecoder(descriptor) {
    const create = external_node_zlib_.createZstdDecompress;
    if (create !== undefined)
        return create();
    throw new errors/* IngotError */.se('unsupported', `Layer ${descriptor.digest} is compressed with zstd, which this Node cannot read`, {
        advice: 'Run on Node 22.15 or newer, or build the image with gzip layers',
    });
}
/** By code and not by class: the error is made in native code, whose classes need not be ours. */
function isDecoderError(error) {
    return /^(Z_|ZSTD_|ERR_ZSTD)/.test(String(error?.code));
}
function callOptions(signal) {
    return signal === undefined ? {} : { signal };
}

;// CONCATENATED MODULE: ./lib/image/tar-writer.js


const flags = { file: '0', directory: '5', symlink: '2', hardlink: '1' };
const largestOctal = 0o77777777777; // 8 GiB - 1: what eleven octal digits hold
const largestOwner = 0o7777777; // what seven octal digits hold
const checksumAt = 148;
const zero = 0x30; // '0'
/**
 * The header blocks of one member, without owner names: plain ustar, with a pax header before it only where a name, a
 * link or a number does not fit.
 *
 * @see https://pubs.opengroup.org/onlinepubs/9699919799.2018edition/utilities/pax.html#tag_20_92_13_06
 */
function tarHeader(member) {
    const main = Buffer.allocUnsafe(blockBytes);
    if (putTarHeader(member, main, 0))
        return main;
    const path = nameOf(member);
    const { linkTarget = '', size, uid = 0, gid = 0, mode, mtime } = member;
    const slash = prefixLength(path);
    const records = [];
    if (slash === undefined)
        records.push(['path', path]);
    if (!fits(linkTarget, 100))
        records.push(['linkpath', linkTarget]);
    if (size > largestOctal)
        records.push(['size', String(size)]);
    if (uid > largestOwner)
        records.push(['uid', String(uid)]);
    if (gid > largestOwner)
        records.push(['gid', String(gid)]);
    const link = fits(linkTarget, 100) ? linkTarget : '';
    const name = slash === undefined ? cut(path) : path;
    const fitting = (value, largest) => (value > largest ? 0 : value);
    const numbers = { mode, mtime, uid: fitting(uid, largestOwner), gid: fitting(gid, largestOwner) };
    putBlock(main, 0, flags[member.type], name, slash ?? 0, link, { ...numbers, size: fitting(size, largestOctal) });
    return Buffer.concat([paxHeader(records, mtime), main]);
}
/**
 * Writes a member's header into 512 bytes of a larger buffer: the quick way for the many that are plain ustar.
 *
 * @returns false, with nothing written, when the member needs a pax header
 */
function putTarHeader(member, into, at) {
    const { linkTarget: link = '', size, uid = 0, gid = 0 } = member;
    if (size > largestOctal || uid > largestOwner || gid > largestOwner || !fits(link, 100))
        return false;
    const path = nameOf(member);
    const slash = prefixLength(path);
    if (slash === undefined)
        return false;
    putBlock(into, at, flags[member.type], path, slash, link, member);
    return true;
}
/** The zeros that fill a member's last block. */
function tarPadding(size) {
    return Buffer.alloc(padding(size));
}
/** Two zero blocks: the end of an archive. */
function tarEnd() {
    return Buffer.alloc(2 * blockBytes);
}
function nameOf({ type, path }) {
    return type === 'directory' ? `${path}/` : path;
}
function paxHeader(records, mtime) {
    const body = Buffer.concat(records.map(([key, value]) => paxRecord(key, value)));
    const header = Buffer.allocUnsafe(blockBytes);
    putBlock(header, 0, 'x', 'pax', 0, '', { mode: 0o644, size: body.length, mtime });
    return Buffer.concat([header, body, tarPadding(body.length)]);
}
/** A record's length counts its own digits. */
function paxRecord(key, value) {
    const rest = Buffer.from(` ${key}=${value}\n`);
    let length = rest.length + String(rest.length).length;
    if (String(length).length + rest.length !== length)
        length = rest.length + String(length).length;
    return Buffer.concat([Buffer.from(String(length)), rest]);
}
/** What every block has in common: the magic, and no device. */
const blank = Buffer.alloc(blockBytes);
const blankSum = putText(blank, 257, 'ustar\x0000', 0, 8) + putOctal(blank, 329, 7, 0) + putOctal(blank, 337, 7, 0);
/**
 * The checksum is the sum of all bytes, its own field read as eight spaces: added up while they are written. Plain arguments,
 * because this runs once a file.
 *
 * @param slash where the path is split into prefix and name; 0 for a name alone
 */
function putBlock(bytes, at, flag, path, slash, link, { mode, uid = 0, gid = 0, size, mtime }) {
    bytes.set(blank, at);
    let sum = blankSum + 8 * 0x20;
    sum += putText(bytes, at, path, slash === 0 ? 0 : slash + 1, path.length);
    sum += putOctal(bytes, at + 100, 7, mode);
    sum += putOctal(bytes, at + 108, 7, uid);
    sum += putOctal(bytes, at + 116, 7, gid);
    sum += putOctal(bytes, at + 124, 11, size);
    sum += putOctal(bytes, at + 136, 11, Math.min(Math.max(mtime, 0), largestOctal));
    sum += putText(bytes, at + 156, flag, 0, 1);
    sum += putText(bytes, at + 157, link, 0, link.length);
    sum += putText(bytes, at + 345, path, 0, slash);
    putOctal(bytes, at + checksumAt, 6, sum);
    bytes[at + checksumAt + 7] = 0x20;
}
/** ASCII alone. Faster than a call out of JavaScript for texts as short as these. */
function putText(bytes, at, text, start, end) {
    let sum = 0;
    for (let i = start; i < end; i++) {
        const code = text.charCodeAt(i);
        bytes[at + i - start] = code;
        sum += code;
    }
    return sum;
}
/**
 * Digits with leading zeros; the byte after them is the zero that ends the field. Small integers alone: with fractions in
 * between, each digit would leave a number on the heap.
 */
function putOctal(bytes, at, digits, value) {
    let rest = (value % 2 ** 30) | 0; // ten digits
    let sum = 0;
    for (let i = digits - 1; i >= 0; i--) {
        if (i === digits - 11)
            rest = Math.floor(value / 2 ** 30);
        const code = zero + (rest & 7);
        bytes[at + i] = code;
        sum += code;
        rest >>= 3;
    }
    return sum;
}
/**
 * ustar holds 155 bytes, a slash and 100 bytes; names beyond ASCII go to pax, where they are UTF-8 for every reader.
 *
 * @returns 0 when the name needs no prefix, undefined when it does not fit
 */
function prefixLength(path) {
    if (!isAscii(path))
        return undefined;
    if (path.length <= 100)
        return 0;
    const slash = path.indexOf('/', path.length - 101);
    return slash <= 0 || slash > 155 || slash === path.length - 1 ? undefined : slash;
}
function fits(text, length) {
    return text === '' || (text.length <= length && isAscii(text));
}
function isAscii(text) {
    for (let i = 0; i < text.length; i++)
        if (text.charCodeAt(i) > 127)
            return false;
    return true;
}
function cut(path) {
    return Buffer.from(path)
        .subarray(0, 100)
        .toString('latin1')
        .replace(/[^\x20-\x7e]/g, '_');
}

// EXTERNAL MODULE: ./lib/oci/vm-image.js
var vm_image = __webpack_require__(98180);
;// CONCATENATED MODULE: ./lib/image/follow-links.js
const maximumLinks = 40; // what Linux follows in one path
/** Follows links as chroot does: an absolute target starts at the image's root, `..` stops there. */
function follow(path, tree) {
    const todo = path.split('/');
    let links = 0;
    let trail = [];
    while (todo.length > 0) {
        const name = todo.shift();
        if (name === '' || name === '.')
            continue;
        if (name === '..') {
            trail.pop();
            continue;
        }
        const at = [...trail.map((step) => step.name), name].join('/');
        const inode = tree.child(trail.at(-1)?.inode ?? tree.root, name, at);
        if (inode === undefined)
            return undefined;
        if (inode.type !== 'symlink') {
            trail.push({ name, inode });
            continue;
        }
        if (++links > maximumLinks)
            return undefined;
        const target = inode.linkTarget ?? '';
        if (target.startsWith('/'))
            trail = [];
        todo.unshift(...target.split('/'));
    }
    return { inode: trail.at(-1)?.inode ?? tree.root, path: trail.map((step) => step.name).join('/') };
}

;// CONCATENATED MODULE: ./lib/image/overlay.js


const whiteoutPrefix = '.wh.';
const opaqueMarker = '.wh..wh..opq';
/**
 * The image's file tree in memory, built layer by layer. Every path is resolved here, in this tree, and never by an
 * operating system: so a link can lead nowhere but into the image.
 *
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#representing-changes
 */
class Overlay {
    root = { type: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0, layer: 0, children: new Map() };
    /** @throws IngotError `unsafe-layer` naming `from` and the entry */
    apply(entry, layer, from) {
        const parts = splitEntryPath(entry.path, from);
        const name = parts.pop();
        const implied = [];
        const place = this.#enter(parts, layer, entry, from, implied);
        if (name === opaqueMarker)
            return this.#hideLower(place, layer, implied);
        if (name.startsWith(whiteoutPrefix))
            return this.#whiteOut(place, name, layer, implied, entry, from);
        const path = [...place.path, name].join('/');
        // Links may lead deeper than what is written.
        if (path.length > maximumPathBytes)
            throw unsafe(entry.path, from, 'its real path is longer than 4096 bytes');
        const inode = this.#inodeOf(entry, layer, from);
        const removed = [];
        const existing = place.directory.children?.get(name);
        if (existing?.type === 'directory' && inode.type === 'directory') {
            inode.children = existing.children ?? new Map();
        }
        else if (existing !== undefined) {
            collect(existing, path, removed);
        }
        const linkedTo = entry.type === 'hardlink' ? this.#target(entry, from).path : undefined;
        if (linkedTo === path)
            return { kind: 'none', path, implied, removed: [] };
        place.directory.children?.set(name, inode);
        return { kind: 'put', path, inode, implied, removed, ...(linkedTo !== undefined && { linkedTo }) };
    }
    #inodeOf(entry, layer, from) {
        const { mode, uid, gid, size } = entry;
        if (entry.type === 'hardlink') {
            const { inode } = this.#target(entry, from);
            return { ...inode, layer, sameAs: inode.sameAs ?? inode };
        }
        const target = entry.linkTarget ?? '';
        if (entry.type === 'symlink' && (target === '' || target.includes('\0') || target.length > maximumPathBytes)) {
            throw unsafe(entry.path, from, 'it is a symbolic link without a usable target');
        }
        const linkTarget = entry.type === 'symlink' ? { linkTarget: target } : {};
        const children = entry.type === 'directory' ? { children: new Map() } : {};
        return { type: entry.type, mode, uid, gid, size, layer, ...linkTarget, ...children };
    }
    /** The inode that a hard link means: it must be in the image, and not a directory. */
    #target(entry, from) {
        const refuse = (why) => unsafe(entry.path, from, `it is a hard link to ${JSON.stringify(entry.linkTarget)}, ${why}`);
        const written = entry.linkTarget ?? '';
        if (written.startsWith('/') || written.split('/').includes('..'))
            throw refuse('which leads out of the image');
        const parts = splitEntryPath(written, from, 'hard link target');
        const name = parts.pop();
        const place = this.#walk(parts, Number.POSITIVE_INFINITY, refuse, () => undefined);
        const inode = name === undefined ? undefined : place?.directory.children?.get(name);
        if (place === undefined || inode === undefined)
            throw refuse('which is not in the image');
        if (inode.type === 'directory')
            throw refuse('which is a directory');
        return { inode, path: [...place.path, name].join('/') };
    }
    /** The real directory that an entry is to be put into, made where it is missing. */
    #enter(parts, layer, entry, from, implied) {
        const refuse = (why) => unsafe(entry.path, from, why);
        const create = (path) => {
            implied.push(path);
            return { type: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0, layer, children: new Map() };
        };
        return this.#walk(parts, layer, refuse, create);
    }
    #walk(parts, layer, refuse, create) {
        const todo = [...parts];
        let links = 0;
        let trail = [];
        while (todo.length > 0) {
            const name = todo.shift();
            if (name === '' || name === '.')
                continue;
            if (name === '..') {
                if (trail.length === 0)
                    throw refuse('a symbolic link on its way leads out of the image');
                trail.pop();
                continue;
            }
            const directory = trail.at(-1)?.inode ?? this.root;
            const path = () => [...trail.map((step) => step.name), name].join('/');
            let inode = directory.children?.get(name);
            if (inode === undefined) {
                inode = create(path());
                if (inode === undefined)
                    return undefined;
                directory.children?.set(name, inode);
            }
            if (inode.type === 'symlink') {
                if (++links > maximumLinks)
                    throw refuse('the symbolic links on its way form a loop');
                const target = inode.linkTarget ?? '';
                if (target.startsWith('/')) {
                    this.#checkAbsolute(inode, path(), layer, refuse);
                    trail = [];
                }
                todo.unshift(...target.split('/'));
                continue;
            }
            if (inode.type !== 'directory')
                throw refuse(`${JSON.stringify(path())} on its way is not a directory`);
            trail.push({ name, inode });
        }
        return { directory: trail.at(-1)?.inode ?? this.root, path: trail.map((step) => step.name) };
    }
    /**
     * An absolute link means a place within the image. A layer may rely on one of a layer below that leads to an existing
     * directory (Debian's var/run); one that brings its own, or one to nowhere, aims at somebody else's disk.
     */
    #checkAbsolute(link, path, layer, refuse) {
        const target = link.linkTarget ?? '';
        const found = link.layer < layer ? this.find(target) : undefined;
        if (found?.inode.type === 'directory')
            return;
        throw refuse(`${JSON.stringify(path)} on its way is a symbolic link to the absolute path ${JSON.stringify(target)}`);
    }
    /** Where a path leads, links followed within the image as chroot would; undefined when nowhere. */
    find(path) {
        return follow(path, {
            root: this.root,
            child: (directory, name) => directory.children?.get(name),
        });
    }
    #hideLower(place, layer, implied) {
        const removed = [];
        removeLower(place.directory, place.path.join('/'), layer, removed);
        return { kind: 'none', path: place.path.join('/'), implied, removed };
    }
    #whiteOut(place, marker, layer, implied, entry, from) {
        const name = marker.slice(whiteoutPrefix.length);
        if (name === '' || name === '.' || name === '..')
            throw unsafe(entry.path, from, 'the whiteout names nothing');
        const path = [...place.path, name].join('/');
        const removed = [];
        const inode = place.directory.children?.get(name);
        if (inode !== undefined) {
            if (inode.type === 'directory')
                removeLower(inode, path, layer, removed);
            // What this very layer has put there stays: a whiteout speaks of the layers below.
            if (inode.layer < layer && (inode.children === undefined || inode.children.size === 0)) {
                removed.push({ path, type: inode.type });
                place.directory.children?.delete(name);
            }
        }
        return { kind: 'none', path, implied, removed };
    }
}
function collect(inode, path, removed) {
    for (const [name, child] of inode.children ?? [])
        collect(child, `${path}/${name}`, removed);
    removed.push({ path, type: inode.type });
}
/** Takes away all that lies below `directory` and came from a lower layer. */
function removeLower(directory, path, layer, removed) {
    for (const [name, child] of directory.children ?? []) {
        const childPath = path === '' ? name : `${path}/${name}`;
        removeLower(child, childPath, layer, removed);
        if (child.layer >= layer || (child.children !== undefined && child.children.size > 0))
            continue;
        removed.push({ path: childPath, type: child.type });
        directory.children?.delete(name);
    }
}

;// CONCATENATED MODULE: ./lib/image/tree.js





const defaultFileBytes = 64 * 1024 ** 2; // 64 MiB
const maximumKeptBytes = 1024 ** 3; // 1 GiB of kept content in all
/**
 * The merged file tree of all layers, whiteouts and opaque directories honoured, in one pass over the bytes (a second
 * one over a single layer when a wanted file is a hard link to one that was not). Of a VM image it is the inventory.
 *
 * @throws IngotError as `openLayer`; `size-exceeded` when wanted files are too large
 */
async function readTree(image, options = {}) {
    const overlay = new Overlay();
    const keeper = new Keeper(options.maximumFileBytes ?? defaultFileBytes);
    for (const [layer, descriptor] of image.manifest.layers.entries()) {
        if ((0,vm_image/* isOpaqueLayer */.$E)(image.manifest, descriptor))
            continue;
        const from = `layer ${descriptor.digest}`;
        let ordinal = 0;
        for await (const entry of openLayer(image, layer, options)) {
            const { inode, path } = overlay.apply(entry, layer, from);
            if (inode !== undefined && entry.type === 'file') {
                inode.ordinal = ordinal;
                if (options.keep?.(path))
                    inode.content = await keeper.read(entry, from);
            }
            ordinal++;
        }
    }
    await readLinked(image, overlay.root, options, keeper);
    return flatten(overlay.root, options);
}
/**
 * What a path of the image means, symbolic links followed inside the image only.
 *
 * @param path with or without a slash at the front
 */
function resolvePath(tree, path) {
    const root = { path: '', type: 'directory', mode: 0o755, uid: 0, gid: 0, size: 0, layer: 0 };
    return follow(path, { root, child: (_, __, at) => tree.get(at) })?.inode;
}
/** Each path of the merged image, parents first, names in order. */
function* walk(directory, prefix = '') {
    const names = [...(directory.children ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [name, inode] of names) {
        yield [`${prefix}${name}`, inode];
        yield* walk(inode, `${prefix}${name}/`);
    }
}
function flatten(root, options) {
    const tree = new Map();
    for (const [path, inode] of walk(root)) {
        const { type, mode, uid, gid, size, layer, linkTarget } = inode;
        const content = options.keep?.(path) ? (inode.sameAs ?? inode).content : undefined;
        const extras = { ...(linkTarget !== undefined && { linkTarget }), ...(content && { content }) };
        tree.set(path, { path, type, mode, uid, gid, size, layer, ...extras });
    }
    return tree;
}
/** Fetches the content of wanted hard links whose first name was not wanted: it was skipped when it passed by. */
async function readLinked(image, root, options, keeper) {
    const missing = new Map();
    for (const [path, { type, sameAs }] of walk(root)) {
        if (type !== 'file' || sameAs?.ordinal === undefined || sameAs.content || !options.keep?.(path))
            continue;
        const ofLayer = missing.get(sameAs.layer) ?? new Map();
        missing.set(sameAs.layer, ofLayer.set(sameAs.ordinal, sameAs));
    }
    for (const [layer, inodes] of missing) {
        let ordinal = 0;
        for await (const entry of openLayer(image, layer, options)) {
            const inode = inodes.get(ordinal++);
            if (inode !== undefined)
                inode.content = await keeper.read(entry, `layer ${image.manifest.layers[layer]?.digest}`);
        }
    }
}
/** Reads wanted files, within bounds. */
class Keeper {
    maximumFileBytes;
    #kept = 0;
    constructor(maximumFileBytes) {
        this.maximumFileBytes = maximumFileBytes;
    }
    async read(entry, from) {
        const what = `${JSON.stringify(entry.path)} in ${from}`;
        if (entry.size > this.maximumFileBytes)
            throw sizeExceeded(what, `${entry.size} bytes`, this.maximumFileBytes);
        this.#kept += entry.size;
        if (this.#kept > maximumKeptBytes)
            throw sizeExceeded(`With ${what} what is to be read`, this.#kept, maximumKeptBytes);
        const parts = [];
        for await (const part of entry.content())
            parts.push(part);
        return Buffer.concat(parts);
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/image/unpack.js







/**
 * Writes the merged file tree of an image to `directory`, which must not exist or be empty. It appears complete or not
 * at all: the work is done in a temporary sibling that is renamed at the end and removed on any failure.
 *
 * Owners are not set and setuid bits are dropped, since what is unpacked belongs to whoever runs it; devices are skipped.
 * Every path is resolved in memory first, so no link of the image is ever followed on disk.
 *
 * @throws IngotError as `openLayer`; `invalid-input` when `directory` holds something; `unsupported` for a VM image
 */
async function unpackImage(image, directory, options = {}) {
    const target = (0,external_node_path_.resolve)(directory);
    refuseOccupied(target);
    refuseVm(image);
    external_node_fs_.mkdirSync((0,external_node_path_.dirname)(target), { recursive: true });
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.${(0,external_node_path_.basename)(target)}.${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`);
    external_node_fs_.mkdirSync(temporary, { mode: 0o755 });
    try {
        await unpackLayers(image, temporary, options);
        options.signal?.throwIfAborted();
        external_node_fs_.renameSync(temporary, target);
    }
    catch (error) {
        external_node_fs_.rmSync(temporary, { recursive: true, force: true });
        throw error;
    }
}
function refuseOccupied(target) {
    const isOccupied = external_node_fs_.existsSync(target) && (!external_node_fs_.statSync(target).isDirectory() || external_node_fs_.readdirSync(target).length > 0);
    if (!isOccupied)
        return;
    throw new errors/* IngotError */.se('invalid-input', `Cannot unpack an image to ${target}: it is not empty`, {
        advice: 'Name a directory that does not exist yet',
    });
}
function refuseVm({ manifest, store, manifestDigest }) {
    if (!(0,vm_image.isVmManifest)(manifest))
        return;
    throw new errors/* IngotError */.se('unsupported', `${store.repository}@${manifestDigest} is a VM image: it has no files to unpack`, {
        advice: 'Its disks come out with oras pull, or with any client that pulls layers by their title',
    });
}
async function unpackLayers(image, root, options) {
    const overlay = new Overlay();
    for (const [layer, descriptor] of image.manifest.layers.entries()) {
        for await (const entry of openLayer(image, layer, options)) {
            const change = overlay.apply(entry, layer, `layer ${descriptor.digest}`);
            await carryOut(change, entry, root);
        }
    }
}
/** Synchronous calls: for the many small files of an image they take a quarter of the time of promises. */
async function carryOut(change, entry, root) {
    for (const { path, type } of change.removed) {
        if (type === 'directory')
            external_node_fs_.rmdirSync((0,external_node_path_.join)(root, path));
        else
            external_node_fs_.rmSync((0,external_node_path_.join)(root, path), { force: true });
    }
    for (const path of change.implied)
        external_node_fs_.mkdirSync((0,external_node_path_.join)(root, path), { mode: 0o755 });
    const { inode } = change;
    if (inode === undefined)
        return;
    const path = (0,external_node_path_.join)(root, change.path);
    // Whoever unpacks must be able to read it, and to remove it again.
    if (change.linkedTo !== undefined)
        linkOnDisk((0,external_node_path_.join)(root, change.linkedTo), path);
    else if (inode.type === 'directory')
        makeDirectory(path, (inode.mode & 0o777) | 0o700);
    else if (inode.type === 'symlink')
        external_node_fs_.symlinkSync(inode.linkTarget ?? '', path);
    else if (inode.type === 'file')
        await writeFile(path, (inode.mode & 0o777) | 0o600, entry);
}
function linkOnDisk(existing, path) {
    // The target of the link may be a device, which was skipped.
    if (external_node_fs_.lstatSync(existing, { throwIfNoEntry: false }) !== undefined)
        external_node_fs_.linkSync(existing, path);
}
function makeDirectory(path, mode) {
    if (!external_node_fs_.existsSync(path))
        external_node_fs_.mkdirSync(path);
    external_node_fs_.chmodSync(path, mode);
}
async function writeFile(path, mode, entry) {
    // `wx` neither follows a link nor overwrites: the tree in memory and the disk must agree.
    const file = external_node_fs_.openSync(path, 'wx', mode);
    try {
        for await (const part of entry.content()) {
            for (let written = 0; written < part.length;)
                written += external_node_fs_.writeSync(file, part, written);
        }
        external_node_fs_.fchmodSync(file, mode);
    }
    finally {
        external_node_fs_.closeSync(file);
    }
}

;// CONCATENATED MODULE: ./lib/image/index.js












/***/ }),

/***/ 9501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ hexOf),
/* harmony export */   isDigest: () => (/* binding */ isDigest),
/* harmony export */   o: () => (/* binding */ digestOf),
/* harmony export */   parseDigest: () => (/* binding */ parseDigest),
/* harmony export */   shortDigest: () => (/* binding */ shortDigest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
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

/***/ 17535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Pr: () => (/* binding */ encodeJson),
  formatPlatform: () => (/* binding */ formatPlatform),
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
var schema = __webpack_require__(55382);
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

/***/ 50261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ manifestTypes),
/* harmony export */   Ib: () => (/* binding */ mediaTypes),
/* harmony export */   annotationKeys: () => (/* binding */ annotationKeys),
/* harmony export */   hG: () => (/* binding */ rebasableLabels),
/* harmony export */   indexTypes: () => (/* binding */ indexTypes)
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

/***/ 17122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* reexport safe */ _manifest_js__WEBPACK_IMPORTED_MODULE_1__.formatPlatform),
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   G5: () => (/* binding */ servesPlatform),
/* harmony export */   K$: () => (/* binding */ isRealPlatform),
/* harmony export */   my: () => (/* binding */ samePlatform),
/* harmony export */   ol: () => (/* binding */ hostPlatform)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17535);


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

/***/ 23940:
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
    if (digestText !== undefined && !(0,_digest_js__WEBPACK_IMPORTED_MODULE_1__.isDigest)(digestText))
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

/***/ 55382:
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
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88532);
/* harmony import */ var zod_v4_locales_en_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30252);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35277);


// It has no words of its own for what is wrong.
(0,zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .config */ .$W)((0,zod_v4_locales_en_js__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)());
/** The small face of zod, for what every command loads: import it as `* as z`, so that only what is used is bundled. */



/***/ }),

/***/ 98180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ isOpaqueLayer),
/* harmony export */   JW: () => (/* binding */ vmImageType),
/* harmony export */   YQ: () => (/* binding */ diskFormatOf),
/* harmony export */   aS: () => (/* binding */ cloudImagesType),
/* harmony export */   gU: () => (/* binding */ vmAnnotations),
/* harmony export */   isVmManifest: () => (/* binding */ isVmManifest),
/* harmony export */   mC: () => (/* binding */ diskType),
/* harmony export */   uk: () => (/* binding */ attachmentType)
/* harmony export */ });
/* unused harmony export diskFormats */
/** The `artifactType` of a VM image: an image manifest of one platform whose layers are disks, or the ids of images in a cloud. */
const vmImageType = 'application/vnd.dev.ingot.vm-image.v1';
/** The layer that lists images in clouds: a JSON array of `{provider, region, id}`. */
const cloudImagesType = 'application/vnd.dev.ingot.cloud-images.v1+json';
/** Whatever else a builder made beside the disks: firmware variables, a checksum, a machine's definition. */
const attachmentType = 'application/octet-stream';
const diskFormats = ['qcow2', 'raw', 'vmdk', 'vdi', 'vhd', 'vhdx', 'ova'];
const vmAnnotations = {
    /** Of the disk, or of the only disk of a manifest. */
    diskDigest: 'dev.ingot.disk.digest',
    diskFormat: 'dev.ingot.disk.format',
    /** Bytes of the file. */
    diskSize: 'dev.ingot.disk.size',
    /** Bytes that a machine sees. */
    diskVirtualSize: 'dev.ingot.disk.virtual-size',
    /** `bios` or `uefi`, where it is known. */
    firmware: 'dev.ingot.vm.firmware',
};
/** The media type of a disk, stored as it is: whoever pulls the layer has the disk. */
function diskType(format) {
    return `application/vnd.dev.ingot.disk.${format}.v1`;
}
/** The format of a layer that is a disk. */
function diskFormatOf(mediaType) {
    return diskFormats.find((format) => diskType(format) === mediaType);
}
function isVmManifest(manifest) {
    return manifest.artifactType === vmImageType;
}
/** Whether a layer is none of files: a disk, and what lies beside it. Only in a VM image, and only of these types: a layer that is passed over is a layer that nobody scans. */
function isOpaqueLayer(manifest, { mediaType }) {
    if (!isVmManifest(manifest))
        return false;
    return diskFormatOf(mediaType) !== undefined || mediaType === cloudImagesType || mediaType === attachmentType;
}


/***/ })

};
