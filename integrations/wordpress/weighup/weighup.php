<?php
/**
 * Plugin Name: Weighup decision aids
 * Description: A block and a shortcode that show a decision aid, also for authors who may not write HTML of their own.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT OR Apache-2.0
 * Text Domain: weighup
 *
 * The npm package `weighup` lies in the folder `package` of this plugin, as it is. What an author chooses is taken from lists; what is
 * written out is made here, so nothing has to pass the filter of WordPress that takes unknown elements away.
 */

declare(strict_types=1);

namespace Weighup;

defined('ABSPATH') || exit;

/** Where the package lies: beside this file, unless the site keeps it elsewhere. */
function folder(): string {
	return defined('WEIGHUP_PACKAGE') ? rtrim((string) WEIGHUP_PACKAGE, '/') : __DIR__ . '/package';
}

/** The address of the same folder. */
function address(): string {
	$address = defined('WEIGHUP_ADDRESS') ? (string) WEIGHUP_ADDRESS : plugins_url('package', __FILE__);
	return rtrim($address, '/');
}

/** The version of the package, which browsers are told so that they never mix two. */
function version(): string {
	static $version = null;
	if ($version === null) {
		$list = is_readable(folder() . '/integrity.json') ? json_decode((string) file_get_contents(folder() . '/integrity.json'), true) : null;
		$version = is_array($list) && is_string($list['version'] ?? null) ? $list['version'] : '';
	}
	return $version;
}

/** What an author may choose beside the aid and its language. A word that is not in its list is left out. */
const CHOICES = [
	'mode' => ['prepare', 'together', 'after'],
	'theme' => ['auto', 'dark', 'high-contrast', 'high-contrast auto', 'nhs', 'nhs auto'],
	'results' => ['facts'],
	'scores' => ['off'],
];

/** What is on or off. */
const SWITCHES = ['keep', 'shared', 'warn', 'read-aloud'];

/** The languages that the package has texts in: tags by the names of their files. The first words of each file say its tag. */
function languages(): array {
	static $languages = null;
	if ($languages === null) {
		$languages = [];
		foreach (glob(folder() . '/texts/*.json') ?: [] as $file) {
			if (preg_match('/"language":"([A-Za-z0-9-]+)"/', (string) file_get_contents($file, false, null, 0, 200), $found)) {
				$languages[basename($file, '.json')] = $found[1];
			}
		}
	}
	return $languages;
}

/** Every list of words: that of the website's own language is one too. */
function choices(): array {
	return ['lang' => array_values(array_unique([get_bloginfo('language'), ...array_values(languages())]))] + CHOICES;
}

/** The aids that lie in the package, by their names: each as the title in its file. */
function aids(): array {
	static $aids = null;
	if ($aids !== null) {
		return $aids;
	}
	$aids = [];
	foreach (glob(folder() . '/aids/*.json') ?: [] as $file) {
		$id = basename($file, '.json');
		if (!preg_match('/^[a-z0-9-]+$/', $id)) {
			continue; // A translation, which its aid brings along.
		}
		$aid = json_decode((string) file_get_contents($file), true);
		if (is_array($aid) && is_string($aid['title'] ?? null)) {
			$aids[$id] = $aid['title'];
		}
	}
	asort($aids);
	return $aids;
}

/** Whether that aid lies in the package; asked for each page, so without reading the others. */
function has_aid(string $id): bool {
	return preg_match('/^[a-z0-9-]+$/', $id) === 1 && is_file(folder() . "/aids/$id.json");
}

/** The element, or what to read instead. `$inside` is what stands there when the aid cannot be shown: HTML that may be shown. */
function element(array $chosen, string $inside): string {
	$id = is_string($chosen['aid'] ?? null) ? $chosen['aid'] : '';
	if (!has_aid($id)) {
		// Visitors read what the author wrote for them; whoever can mend it is told what is wrong.
		$wrong = current_user_can('edit_posts')
			? '<p class="weighup-wrong">' . esc_html(sprintf(
				/* translators: %s: what was written as the name of an aid */
				__('Weighup: there is no decision aid “%s” in the folder of the plugin. Only people who can edit read this.', 'weighup'),
				$id
			)) . '</p>'
			: '';
		return $wrong . $inside;
	}
	$attributes = ['src' => address() . "/aids/$id.json"];
	foreach (choices() as $name => $words) {
		$word = $chosen[$name] ?? '';
		if (is_string($word) && in_array($word, $words, true)) {
			$attributes[$name] = $word;
		}
	}
	// The first step in the language that will be asked for, where there is one.
	$tag = strtolower($attributes['lang'] ?? get_bloginfo('language'));
	$name = array_search($tag, array_map('strtolower', languages()), true) ?: explode('-', $tag)[0];
	$first = is_file(folder() . "/aids/$id.$name.first.html") ? "$id.$name" : $id;
	$attributes['first'] = address() . "/aids/$first.first.html";
	$html = '';
	foreach ($attributes as $name => $value) {
		$html .= sprintf(' %s="%s"', $name, in_array($name, ['src', 'first'], true) ? esc_url($value) : esc_attr($value));
	}
	foreach (SWITCHES as $name) {
		if (in_array($chosen[$name] ?? false, [true, 1, '1', 'true', 'yes', 'on', $name], true)) {
			$html .= " $name";
		}
	}
	wp_enqueue_script('weighup');
	return "<weighup-aid$html>$inside</weighup-aid>";
}

/** `[weighup aid="hrt" lang="cy"]What to read instead.[/weighup]`; a switch is written by its name alone. */
function shortcode($written, ?string $inside = null): string {
	$chosen = [];
	foreach (is_array($written) ? $written : [] as $name => $value) {
		// A word without a value comes under a number.
		$chosen[is_int($name) ? (string) $value : $name] = is_int($name) ? true : $value;
	}
	return element($chosen, wp_kses_post(wpautop(trim(do_shortcode((string) $inside)))));
}

/** The block: attributes are those of `block/block.json`, and what to read instead is text. */
function block(array $chosen): string {
	$instead = is_string($chosen['instead'] ?? null) ? trim($chosen['instead']) : '';
	foreach (SWITCHES as $name) {
		// In a block's attributes names have no hyphen.
		$chosen[$name] = $chosen[str_replace('-', '', $name)] ?? false;
	}
	return element($chosen, $instead === '' ? '' : '<p>' . nl2br(esc_html($instead)) . '</p>');
}

add_action('init', static function (): void {
	// Without a version WordPress would add its own, and the files that the script asks for get what the script has.
	wp_register_script('weighup', address() . '/index.js', [], version(), true);
	add_shortcode('weighup', __NAMESPACE__ . '\\shortcode');
	wp_register_script(
		'weighup-block',
		plugins_url('block/edit.js', __FILE__),
		['wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n'],
		version(),
		true
	);
	register_block_type(__DIR__ . '/block', ['render_callback' => __NAMESPACE__ . '\\block']);
});

// What there is to choose, for the block in the editor alone.
add_action('enqueue_block_editor_assets', static function (): void {
	$data = ['aids' => aids(), 'choices' => choices(), 'switches' => SWITCHES];
	wp_add_inline_script('weighup-block', 'window.weighupBlock = ' . wp_json_encode($data) . ';', 'before');
});

// The script is a module, which WordPress before 6.5 has no way to say.
add_filter('script_loader_tag', static function (string $tag, string $handle): string {
	return $handle === 'weighup' ? str_replace('<script ', '<script type="module" ', preg_replace('/ type=(["\']).*?\1/', '', $tag)) : $tag;
}, 10, 2);
