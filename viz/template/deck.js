"use strict";
/* Shows one pydeck deck; the tip at the pointer is plain text. */
(() => {
  const jsonInput = JSON.parse(document.getElementById("content").textContent);
  const deck = window.createDeck({ container: document.getElementById("deck"), jsonInput, tooltip: { text: "{tip}" } });
  deck.setProps({
    onAfterRender: () => {
      if (deck.props.layers.every(layer => layer.isLoaded)) window.twinReady = true;
    },
  });
  window.twinDeck = deck;
})();
