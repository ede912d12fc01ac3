<?php
// What the built-in server of PHP needs to serve WordPress: files as they are, WebAssembly under its type, every other address to WordPress, and
// for the pages that visitors read the policy of a careful hospital.
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$file = realpath($_SERVER['DOCUMENT_ROOT'] . $path);
$inside = $file !== false && strncmp($file, realpath($_SERVER['DOCUMENT_ROOT']), strlen(realpath($_SERVER['DOCUMENT_ROOT']))) === 0;
if ($inside && is_file($file) && substr($file, -5) === '.wasm') {
	header('Content-Type: application/wasm');
	readfile($file);
	return true;
}
$is_admin = strncmp($path, '/wp-admin', 9) === 0 || $path === '/wp-login.php';
if ($inside && $path !== '/' && (is_file($file) || (is_dir($file) && is_file($file . '/index.php')))) {
	return false;
}
if (!$is_admin) {
	header('Content-Security-Policy: ' . getenv('WEIGHUP_POLICY'));
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
