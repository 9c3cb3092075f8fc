export const id = 2328;
export const ids = [2328,948];
export const modules = {

/***/ 90948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nearest: () => (/* binding */ nearest)
/* harmony export */ });
/** The candidate that is fewest edits away, when it is close enough to be a slip of the finger. */
function nearest(word, candidates) {
    const limit = Math.max(2, Math.floor(word.length / 3));
    const ranked = candidates
        .map((candidate) => ({ candidate, edits: distance(word.toLowerCase(), candidate.toLowerCase()) }))
        .filter(({ edits }) => edits <= limit)
        .sort((a, b) => a.edits - b.edits);
    return ranked[0]?.candidate;
}
/** Levenshtein distance, one row at a time. */
function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 82328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseYaml: () => (/* binding */ parseYaml),
  g: () => (/* binding */ readYaml)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/config/nearest.js
var nearest = __webpack_require__(90948);
;// CONCATENATED MODULE: ./lib/config/schema-keys.js
/** The keys that the schema knows at a path, through every wrapper; of a union, those of the branch that the value names. */
function keysAt(schema, path, value) {
    return [...new Set(schemasAt(schema, path, value).flatMap((inner) => Object.keys(definitionOf(inner)?.shape ?? {})))];
}
/**
 * Of a union whose branch is named by one key: the branches that know a key, other than the one that the value at the path
 * names.
 */
function otherBranches(schema, path, value, key) {
    const union = schemasAt(schema, path, value, { keepUnions: true }).map(definitionOf).find(isDiscriminated);
    if (union === undefined)
        return { discriminator: '', own: '', others: [] };
    const { discriminator, options } = union;
    const own = named(options, discriminator, atPath(value, path));
    const others = options.filter((option) => !own.includes(option) && knows(option, key));
    const nameOf = (option) => String([...valuesOf(option, discriminator)].find((name) => name !== undefined));
    return { discriminator, own: own.map(nameOf).join(), others: others.map(nameOf) };
}
function atPath(value, path) {
    return path.reduce((inner, step) => inner?.[step], value);
}
function schemasAt(schema, [step, ...rest], value, options = {}) {
    if (step === undefined)
        return unwrap(schema, value, options);
    const inside = atPath(value, [step]);
    return unwrap(schema, value).flatMap((inner) => {
        const { shape, element, valueType } = definitionOf(inner) ?? {};
        return schemasAt(shape?.[step] ?? element ?? valueType, rest, inside, options);
    });
}
function unwrap(schema, value, options = {}) {
    const definition = definitionOf(schema);
    if (definition === undefined)
        return [];
    if (options.keepUnions && isDiscriminated(definition))
        return [schema];
    if (isDiscriminated(definition)) {
        const branches = named(definition.options, definition.discriminator, value);
        return (branches.length > 0 ? branches : definition.options).flatMap((branch) => unwrap(branch, value));
    }
    if (definition.options)
        return definition.options.flatMap((branch) => unwrap(branch, value, options));
    const inner = definition.innerType ?? definition.in;
    return inner === undefined ? [schema] : unwrap(inner, value, options);
}
/** The branches of a union that the value of its discriminating key names. */
function named(options, discriminator, value) {
    const name = atPath(value, [discriminator]);
    return options.filter((option) => valuesOf(option, discriminator).has(name));
}
function valuesOf(option, discriminator) {
    const { propValues } = option._zod;
    return propValues?.[discriminator] ?? new Set();
}
function knows(option, key) {
    return keysAt(option, [], undefined).includes(key);
}
function isDiscriminated(definition) {
    return definition?.discriminator !== undefined && definition.options !== undefined;
}
function definitionOf(schema) {
    return schema?._zod?.def;
}

;// CONCATENATED MODULE: ./lib/config/explain.js



/** A misspelt key explains the missing one beside it; in a union the branch that got furthest is the one that was meant. */
function deepest(issues, prefix = []) {
    const first = issues.find((issue) => issue.code === 'unrecognized_keys') ?? issues[0];
    if (!first)
        throw new errors/* IngotError */.se('internal', 'A schema refused a value without saying why');
    const path = [...prefix, ...first.path];
    if (first.code !== 'invalid_union' || first.errors.length === 0)
        return { ...first, path };
    const branches = first.errors.filter((branch) => branch.length > 0).map((branch) => deepest(branch, path));
    const depth = (issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 0 : 0.5);
    return branches.reduce((best, issue) => (depth(issue) > depth(best) ? issue : best));
}
/** What is wrong, and what to write instead. `value` is the whole document as it was read. */
function explain(issue, schema, value) {
    const path = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
        return explainKey(issue.keys[0] ?? '', path, schema, value);
    return `${path.join('.') || 'the document'}: ${explainValue(issue, atPath(value, path))}`;
}
function explainKey(unknown, path, schema, value) {
    const said = `unknown key ${JSON.stringify(unknown)}${path.length > 0 ? ` in ${path.join('.')}` : ''}`;
    const known = keysAt(schema, path, value);
    const guess = (0,nearest.nearest)(unknown, known);
    if (guess !== undefined)
        return `${said}; did you mean ${JSON.stringify(guess)}?`;
    const { discriminator, own, others } = otherBranches(schema, path, value, unknown);
    if (others.length > 0) {
        return `${said}; it belongs to ${discriminator}: ${others.join(' or ')}, and this is ${discriminator}: ${own}`;
    }
    return `${said}; known keys: ${known.join(', ')}`;
}
function explainValue(issue, found) {
    switch (issue.code) {
        case 'invalid_type': {
            const wanted = kinds[issue.expected] ?? issue.expected;
            return found === undefined ? `it is missing: write ${wanted}` : `write ${wanted}, not ${shown(found)}`;
        }
        case 'invalid_value':
            return oneOf(issue.values, found);
        case 'invalid_union': {
            const { options } = issue;
            return issue.discriminator === undefined || options === undefined ? issue.message : oneOf(options, found);
        }
        default:
            return issue.message;
    }
}
const kinds = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'keys and their values',
    record: 'keys and their values',
};
function oneOf(options, found) {
    const known = options.filter((option) => option !== undefined && option !== null).map(String);
    const list = known.join(', ');
    if (found === undefined)
        return `it is missing: write one of ${list}`;
    const guess = typeof found === 'string' ? (0,nearest.nearest)(found, known) : undefined;
    const hint = guess === undefined ? '' : `; did you mean ${JSON.stringify(guess)}?`;
    return `${shown(found)} is ${known.length === 1 ? 'not' : 'none of'} ${list}${hint}`;
}
const shownCharacters = 60;
function shown(value) {
    const text = JSON.stringify(value);
    return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}

;// CONCATENATED MODULE: ./lib/config/source.js




const maximumConfigBytes = 1024 * 1024; // 1 MiB
/**
 * Reads a YAML file and checks it.
 *
 * @throws IngotError `not-found`, or `invalid-config` with file, line, column, what is wrong and what to write instead
 */
async function readYaml(file, schema) {
    return parseYaml(await readText(file), file, schema);
}
function parseYaml(source, file, schema) {
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(source, { lineCounter: lines, uniqueKeys: true });
    const at = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${file}:${line}:${col}`;
    };
    const [broken] = document.errors;
    if (broken)
        throw new errors/* IngotError */.se('invalid-config', `${at(broken.pos[0])}: ${firstLine(broken.message)}`);
    const value = document.toJS({ maxAliasCount: 100 });
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const issue = deepest(parsed.error.issues);
    const where = at(offsetOf(document.contents, issue.path, issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined));
    throw new errors/* IngotError */.se('invalid-config', `${where}: ${explain(issue, schema, value)}`);
}
/** Where in the source a path is: its key when one is named, otherwise its value, or the nearest parent that exists. */
function offsetOf(root, path, key) {
    let node = root;
    let offset = rangeOf(root);
    for (const step of path) {
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = node.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && String(item.key.value) === String(step));
            if (!pair)
                return offset;
            offset = rangeOf(pair.key) ?? offset;
            node = pair.value;
        }
        else if ((0,dist/* isCollection */.P3)(node)) {
            node = node.items[Number(step)];
            offset = rangeOf(node) ?? offset;
        }
        else
            return offset;
    }
    if (key === undefined)
        return rangeOf(node) ?? offset;
    const pair = (0,dist/* isMap */.jh)(node) ? node.items.find((item) => (0,dist/* isScalar */.jn)(item.key) && item.key.value === key) : undefined;
    return rangeOf(pair?.key) ?? offset;
}
function rangeOf(node) {
    return node?.range?.[0] ?? 0;
}
async function readText(file) {
    const bytes = await (0,promises_.readFile)(file).catch((cause) => {
        if (cause.code !== 'ENOENT')
            throw new errors/* IngotError */.se('invalid-config', `Cannot read ${file}: ${cause.message}`, { cause });
        throw new errors/* IngotError */.se('invalid-config', `There is no ${file}`, {
            advice: 'Name the file with --config, or write one: docs/ingot-yml.md shows every key',
            cause,
        });
    });
    if (bytes.length > maximumConfigBytes)
        throw new errors/* IngotError */.se('invalid-config', `${file} is larger than 1 MiB`);
    return bytes.toString('utf8');
}
function firstLine(text) {
    return (text.split('\n', 1)[0] ?? text).replace(/ at line \d+, column \d+:$/, '');
}


/***/ })

};
