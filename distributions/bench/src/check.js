// node check.js REPOSITORY ROOT STORE: looks for news with tuf-js, as `cco update --check` does.
const fs = require('fs');
const path = require('path');
const { Updater } = require('tuf-js');

async function check(repository, root, store) {
  fs.mkdirSync(store, { recursive: true });
  const known = path.join(store, 'root.json');
  if (!fs.existsSync(known)) fs.copyFileSync(root, known);
  const updater = new Updater({ metadataDir: store, metadataBaseUrl: repository + '/metadata' });
  await updater.refresh();
  console.log((await updater.getTargetInfo('version-manifest.json')).length);
}

check(...process.argv.slice(2)).catch((error) => {
  console.log(String(error));
  process.exit(1);
});
