// node read.js REPOSITORY ANCHOR STORE: every target of a repository, read by tuf-js from a root alone.
const fs = require('fs');
const path = require('path');
const { Updater } = require('tuf-js');

async function main(repository, anchor, store) {
  fs.mkdirSync(path.join(store, 'targets'), { recursive: true });
  fs.copyFileSync(anchor, path.join(store, 'root.json'));
  const updater = new Updater({
    metadataDir: store,
    metadataBaseUrl: repository + '/metadata',
    targetDir: path.join(store, 'targets'),
    targetBaseUrl: repository,
  });
  await updater.refresh();
  const read = (role) => JSON.parse(fs.readFileSync(path.join(store, role + '.json'))).signed;
  for (const name of Object.keys(read('targets').targets)) {
    const file = path.join(store, 'targets', encodeURIComponent(name));
    await updater.downloadTarget(await updater.getTargetInfo(name), file);
    console.log(name);
  }
  console.log('root ' + read('root').version);
}

main(...process.argv.slice(2)).catch((error) => {
  console.log(String(error));
  process.exit(1);
});
