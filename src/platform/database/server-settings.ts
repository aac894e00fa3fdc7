/** Where the server listens: a private socket folder, or a port on the loopback interface (Windows). */
export type Listening = { socketFolder: string } | { port: number };

/** The port in the socket's file name. Each socket has a folder of its own, so the number never clashes. */
export const SOCKET_PORT = 5432;

/**
 * The whole `postgresql.conf`, written anew before each start so that a newer Kinga brings its settings along.
 * What an operator sets with ALTER SYSTEM lives in another file and wins.
 * @param durable false gives up crash safety for speed; tests only
 */
export function serverSettings(listening: Listening, durable: boolean): string {
  const settings: Record<string, string> = {
    ...('port' in listening
      ? { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(listening.port) }
      : {
          listen_addresses: '',
          unix_socket_directories: quoteListItem(listening.socketFolder),
          unix_socket_permissions: '0700',
          port: String(SOCKET_PORT),
        }),
    max_connections: '60',
    password_encryption: 'scram-sha-256',

    // Memory: a laptop or a small server, well under 1 GB in all.
    shared_buffers: '256MB',
    work_mem: '16MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '1GB',
    // Parallel queries first use this reserve, because containers often have only 64 MB of /dev/shm.
    min_dynamic_shared_memory: '64MB',
    // Colleagues ask at once: an answer that takes every processor delays all the others.
    max_parallel_workers_per_gather: '0',
    autovacuum_max_workers: '2',
    // Looking costs next to nothing; a new installation needs its first statistics before its first thousand records.
    autovacuum_naptime: '10s',

    // Durability: a row we called saved stays saved through a power cut.
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    wal_compression: 'on',
    // Each checkpoint makes the next write of a page a whole page in the log, and an import touches every index: at half a
    // gigabyte a load spent most of its time on that. The price is disk while one runs, and seconds of recovery after a crash.
    max_wal_size: '2GB',
    // Old log segments are removed, not used again: an erased key must not linger in one.
    wal_recycle: 'off',

    // Planning for flash disks; compiling short queries costs more than it saves.
    random_page_cost: '1.1',
    jit: 'off',

    // The log tells how the server fares, never what people wrote: no statements, no parameters, no details,
    // and no query errors at all (their message text can quote a value; Kinga receives them anyway).
    logging_collector: 'on',
    log_destination: 'stderr',
    log_directory: '../log',
    log_filename: 'postgresql-%a.log',
    log_file_mode: '0600',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_line_prefix: '%m [%p] ',
    log_statement: 'none',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_min_duration_statement: '-1',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',

    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'ISO, YMD',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.simple',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${escapeValue(value)}'`);
  return `# Written by Kinga at every start. To change a setting, use ALTER SYSTEM.\n${lines.join('\n')}\n`;
}

function escapeValue(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll("'", "''");
}

/** unix_socket_directories is a list; an item with spaces or commas is written in double quotes. */
function quoteListItem(item: string): string {
  return `"${item.replaceAll('"', '""')}"`;
}
