// Imported first by every entry: an old Node then hears one sentence instead of a stack from a module it cannot read.
// So this file keeps to syntax that Node 14 understands.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`dictum: Node ${process.versions.node} is too old; install Node 20.19 or newer from https://nodejs.org`)
  process.exit(1)
}
