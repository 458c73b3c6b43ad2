// tsconfig.json has the build read `twenty-sdk/define` here. The SDK bundles each entity's file for itself to learn what
// it defines, its own 1.3 MB included: some 260 times. Asked for by another name of `require` it is loaded once.
const load = require;
module.exports = load('twenty-sdk/define');
