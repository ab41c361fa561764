// Where the desk keeps its clients: this browser's IndexedDB, or, where there is none (some private
// windows), the memory of this page until it is closed.
//   openedStore() -> Promise of a store
//     .kept                  whether it is there again after the page was closed
//     .all(), .one(id)       clients; .put(client)
//     .change(id, change)    reads, changes and writes in one step, so that two tabs lose nothing
//     .remove(id), .clear()
const DATABASE = "tending-desk";
const CLIENTS = "clients";

async function openedStore() {
  try {
    const database = await openedDatabase();
    await done(database.transaction(CLIENTS, "readonly").objectStore(CLIENTS).count());
    return databaseStore(database);
  } catch {
    return memoryStore();
  }
}

function openedDatabase() {
  return new Promise((opened, failed) => {
    const asked = window.indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore(CLIENTS, { keyPath: "id" });
    asked.onerror = () => failed(asked.error);
    asked.onblocked = () => failed(new Error("blocked"));
    asked.onsuccess = () => {
      // Another tab that removes everything must not wait for this one.
      asked.result.onversionchange = () => asked.result.close();
      opened(asked.result);
    };
  });
}

function done(asked) {
  return new Promise((answered, failed) => {
    asked.onsuccess = () => answered(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

function ended(transaction) {
  return new Promise((finished, failed) => {
    transaction.oncomplete = () => finished();
    transaction.onabort = () => failed(transaction.error);
  });
}

function databaseStore(first) {
  let database = first;

  // It is shut once everything was removed, here or in another tab; writing opens a new one.
  async function begun(mode) {
    try {
      return database.transaction(CLIENTS, mode);
    } catch {
      database = await openedDatabase();
      return database.transaction(CLIENTS, mode);
    }
  }

  async function written(act) {
    const transaction = await begun("readwrite");
    const finished = ended(transaction);
    act(transaction.objectStore(CLIENTS));
    await finished;
  }

  async function change(id, apply) {
    let changed = null;
    await written((clients) => {
      const asked = clients.get(id);
      asked.onsuccess = () => {
        if (!asked.result) return;
        changed = asked.result;
        apply(changed);
        clients.put(changed);
      };
    });
    return changed;
  }

  async function clear() {
    await written((clients) => clients.clear());
    database.close();
    database = null;
    await new Promise((finished) => {
      const asked = window.indexedDB.deleteDatabase(DATABASE);
      asked.onsuccess = asked.onerror = asked.onblocked = finished;
    });
  }

  return {
    kept: true,
    // Nothing is looked for, and so nothing made, where everything was removed.
    all: async () => (database
      ? done((await begun("readonly")).objectStore(CLIENTS).getAll()) : []),
    one: async (id) => done((await begun("readonly")).objectStore(CLIENTS).get(id)),
    put: (client) => written((clients) => clients.put(client)),
    change,
    remove: (id) => written((clients) => clients.delete(id)),
    clear,
  };
}

function memoryStore() {
  const clients = new Map();
  const copy = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
  return {
    kept: false,
    all: async () => [...clients.values()].map(copy),
    one: async (id) => copy(clients.get(id)),
    put: async (client) => { clients.set(client.id, copy(client)); },
    change: async (id, apply) => {
      const changed = copy(clients.get(id));
      if (!changed) return null;
      apply(changed);
      clients.set(id, copy(changed));
      return changed;
    },
    remove: async (id) => { clients.delete(id); },
    clear: async () => clients.clear(),
  };
}
