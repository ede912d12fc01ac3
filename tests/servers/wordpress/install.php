<?php
// Sets WordPress up as its own page of installation does, with the plugin on and an author who may not write HTML of their own.
define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install('A hospital', 'keeper', 'keeper@example.org', false, '', $argv[2]);
update_option('permalink_structure', '');
$author = wp_insert_user(['user_login' => 'author', 'user_pass' => $argv[2], 'user_email' => 'author@example.org', 'role' => 'author']);
if (is_wp_error($author)) {
	fwrite(STDERR, $author->get_error_message());
	exit(1);
}
// The tour that covers the editor when somebody first opens it.
update_user_meta($author, $GLOBALS['wpdb']->get_blog_prefix() . 'persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false, 'isComplementaryAreaVisible' => true], '_modified' => gmdate('c')]);
$wrong = activate_plugin('weighup/weighup.php');
if (is_wp_error($wrong)) {
	fwrite(STDERR, $wrong->get_error_message());
	exit(1);
}
echo user_can($author, 'unfiltered_html') ? 'may write HTML' : 'may not write HTML', ' ', get_bloginfo('version'), "\n";
