import { mount } from 'svelte';
import App from './App.svelte';
import './gaya.css';

mount(App, { target: document.body });
